"""Writes workbooks with openpyxl, and beside each what openpyxl and calamine read in it.

    workbooks.py FOLDER COUNT

Of N.xlsx, N.openpyxl and N.calamine hold a line a cell: sheet, row, column (each from 1), kind and value, between tabs.
Kinds: text (the value in JSON), number, flag (0 or 1), error, formula, moment (seconds since the first day of serial
numbers). calamine tells no formulas, no errors and no hidden sheets apart, so its lines have none of these.
"""

import datetime
import json
import random
import struct
import sys

import openpyxl
import python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

FORMATS = [
    "General", "0.00", "#,##0.00", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0%", "0.00E+00", "@",
    "[Red]0.00", '0.00"元"', "¥#,##0.00",
]
DAYS = [
    "yyyy-mm-dd", "mm-dd-yy", "d-mmm-yy", 'yyyy"年"m"月"d"日"', "yyyy/m/d;@", "[$-804]yyyy年m月d日", "m/d/yyyy h:mm",
    "yyyy\\-mm\\-dd hh:mm:ss", '[DBNum1][$-804]yyyy"年"m"月"',
]
HAN = "工会收支明细账本月合计购跳绳慰问职工会费文体活动银行现金一二三"


def text(pick):
    kind = pick.random()
    if kind < 0.6:
        return "".join(pick.choice(HAN) for _ in range(pick.randint(1, 12)))
    if kind < 0.7:
        return pick.choice(["付-12", "收-3", "12-1/2", "2026.01.12", "20260112", "50102", "001", "1,234.50", "TRUE"])
    if kind < 0.8:
        return pick.choice([" 前后 ", "两\n行", "引\"号\"", "a,b；c", "<&>'", "🎉庆祝", "全　角", "\tx", "x_y", "é"])
    return "".join(chr(pick.randint(0x20, 0x7E)) for _ in range(pick.randint(1, 30))).lstrip("=#") or "x"


def fill(cell, pick, epoch):
    kind = pick.random()
    if kind < 0.35:
        cell.value = text(pick)
    elif kind < 0.65:
        cell.value = pick.choice([
            lambda: pick.randint(-10**6, 10**9), lambda: round(pick.uniform(-9999, 99999), 2),
            lambda: pick.uniform(0, 1) * 3, lambda: 0.1 * pick.randint(1, 99), lambda: 0, lambda: 1e-7 * pick.random(),
            lambda: float(10**pick.randint(0, 17)),
        ])()
        cell.number_format = pick.choice(FORMATS)
    elif kind < 0.8:
        day = datetime.datetime(2005, 3, 1) + datetime.timedelta(days=pick.randint(0, 15000))
        if pick.random() < 0.3:
            day += datetime.timedelta(seconds=pick.randint(1, 86399))
        cell.value = day
        cell.number_format = pick.choice(DAYS)
    elif kind < 0.85:
        cell.value = pick.random() < 0.5
    elif kind < 0.9:
        cell.value = pick.choice(["#REF!", "#N/A", "#DIV/0!", "#VALUE!"])
    elif kind < 0.95:
        cell.value = pick.choice(["=SUM(A1:B2)", "=E3*2", "=1/0", '="a"&"b"', "=IF(A1>0,\"<\",1)"])
    else:
        cell.number_format = pick.choice(DAYS)


def book(path, seed):
    pick = random.Random(seed)
    file = openpyxl.Workbook()
    if pick.random() < 0.3:
        file.epoch = CALENDAR_MAC_1904
    for number in range(pick.randint(1, 4)):
        sheet = file.active if number == 0 else file.create_sheet()
        sheet.title = f"{pick.choice(['表', '1月', 'Sheet', '账 & 目'])}{number}"
        if number and pick.random() < 0.2:
            sheet.sheet_state = pick.choice(["hidden", "veryHidden"])
        top, left = pick.choice([(0, 0), (0, 0), (3, 1), (40, 25)])
        for row in range(1, pick.randint(1, 30)):
            for column in range(1, pick.randint(1, 14)):
                if pick.random() < 0.8:
                    fill(sheet.cell(row + top, column + left), pick, file.epoch)
        if pick.random() < 0.4:
            row, column = pick.randint(1, 20), pick.randint(1, 8)
            sheet.merge_cells(
                start_row=row, end_row=row + pick.randint(0, 3), start_column=column,
                end_column=column + pick.randint(0, 3))
    file.save(path)


def line(sheet, row, column, kind, value):
    return "\t".join([str(sheet), str(row), str(column), kind, str(value)])


def bits(value):
    """A number as the bits of its double."""
    return struct.pack(">d", value).hex()


def moment(value, epoch):
    return round(to_excel(value, epoch) * 86400)


def by_openpyxl(file):
    for number, sheet in enumerate(file.worksheets, 1):
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None:
                    continue
                where = (number, cell.row, cell.column)
                if cell.data_type == "f":
                    yield line(*where, "formula", json.dumps(value, ensure_ascii=False))
                elif cell.data_type == "e":
                    yield line(*where, "error", value)
                elif isinstance(value, bool):
                    yield line(*where, "flag", int(value))
                elif isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
                    yield line(*where, "moment", moment(value, file.epoch))
                elif isinstance(value, (int, float)):
                    yield line(*where, "number", bits(value))
                else:
                    yield line(*where, "text", json.dumps(value, ensure_ascii=False))


def by_calamine(path, epoch, shown):
    file = python_calamine.CalamineWorkbook.from_path(path)
    for number, name in enumerate(file.sheet_names, 1):
        sheet = file.get_sheet_by_name(name)
        if name not in shown:
            continue
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
            for column, value in enumerate(cells, 1):
                where = (number, row, column)
                if value == "" or (isinstance(value, str) and value.startswith("#")):
                    continue
                if isinstance(value, bool):
                    yield line(*where, "flag", int(value))
                elif isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
                    yield line(*where, "moment", moment(value, epoch))
                elif isinstance(value, (int, float)):
                    yield line(*where, "number", bits(value))
                else:
                    yield line(*where, "text", json.dumps(value, ensure_ascii=False))


folder, count = sys.argv[1], int(sys.argv[2])
for seed in range(count):
    path = f"{folder}/{seed}.xlsx"
    book(path, seed)
    file = openpyxl.load_workbook(path)
    shown = {sheet.title for sheet in file.worksheets if sheet.sheet_state == "visible"}
    for name, lines in [("openpyxl", by_openpyxl(file)), ("calamine", by_calamine(path, file.epoch, shown))]:
        with open(f"{folder}/{seed}.{name}", "w", encoding="utf-8") as written:
            written.writelines(text + "\n" for text in lines)
