"""Reads `data/` of published sites as programs do that nobody here wrote.

`open_data.py check FOLDER…` prints what frictionless and csvw find wrong in each such folder; nothing is good.
`open_data.py sum FOLDER` adds up the accounts of all sites below a folder with DuckDB, and prints
`standard,year,account,budget,amount` on each line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def check(folder: Path) -> None:
    from csvw import CSVW
    from frictionless import validate

    report = validate(str(folder / "datapackage.json"))
    for fault in report.flatten(["name", "rowNumber", "fieldName", "note"]):
        print(folder, *fault)
    listed = {resource["path"] for resource in json.loads((folder / "datapackage.json").read_text())["resources"]}
    tables = {path.name for path in folder.glob("*.csv")}
    if listed != tables or not tables:
        print(folder, "lists", sorted(listed), "and holds", sorted(tables))
    for table in sorted(tables):
        # Found from the table alone, by the name that the standard gives to its metadata.
        found = CSVW(str(folder / table), validate=True)
        if not found.is_valid:
            print(folder / table, "is not as its metadata says")
        for warning in found.warnings:
            print(folder / table, warning.message)
        columns = found.t.tables[0].tableSchema.columndict if hasattr(found.t, "tables") else found.t.tableSchema.columndict
        if columns["amount"].datatype.base != "decimal":
            print(folder / table, "has amounts that are no decimals")


def add_up(folder: Path) -> None:
    import duckdb

    rows = duckdb.sql(
        f"""
        SELECT standard, year, account, sum(budget), sum(amount)
        FROM read_csv('{folder}/*/data/*.csv', header = true, columns = {{
          'union': 'VARCHAR', 'standard': 'VARCHAR', 'year': 'INTEGER', 'period': 'VARCHAR', 'last_month': 'VARCHAR',
          'published': 'DATE', 'seal': 'VARCHAR', 'line': 'VARCHAR', 'side': 'VARCHAR', 'account': 'VARCHAR',
          'parent': 'VARCHAR', 'item': 'VARCHAR', 'budget': 'DECIMAL(18, 2)', 'original_budget': 'DECIMAL(18, 2)',
          'amount': 'DECIMAL(18, 2)', 'year_to_date': 'DECIMAL(18, 2)'}})
        WHERE line = 'account' AND period = CAST(year AS VARCHAR)
        GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    for row in rows:
        print(*("" if cell is None else cell for cell in row), sep=",")


command, *folders = sys.argv[1:]
for name in folders:
    {"check": check, "sum": add_up}[command](Path(name))
