"""Measures what Chromium prints: `check_paper.py SITE SAMPLE PDF` prints as JSON what each check found.

SITE is the site of PaperTests.swift, SAMPLE the published sample site, PDF what `banbao print` made of SITE's notice `grid`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from browser import PATIENCE, chromium, command
from sample import sample_pages
from site_files import Site, fault

Faults = list[dict[str, str]]

# The type area of GB/T 9704-2012 on A4, in points: 156 by 225 mm, 28 mm from the left and 37 mm from the top.
MM = 72 / 25.4
LEFT, TOP, WIDTH, HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM
RIGHT = LEFT + WIDTH
CHARACTER, PITCH = 15.75, 28.95
# Half a pixel.
NEAR = 0.4


@dataclass
class Line:
    """A line of print, of all that stands at one height."""

    sheet: int
    left: float
    right: float
    middle: float
    text: str


class Printer:
    """The pages of a site as PDFs, each printed once."""

    def __init__(self, browser, site: Site, folder: Path):
        self.page = browser.new_context().new_page()
        self.site = site
        self.folder = folder
        self.lines_of: dict[str, list[Line]] = {}

    def pdf(self, path: str) -> Path:
        pdf = self.folder / (path.replace("/", "-") + ".pdf")
        if not pdf.exists():
            self.page.goto(self.site.url(path))
            self.page.pdf(path=str(pdf), prefer_css_page_size=True)
        return pdf

    def lines(self, path: str) -> list[Line]:
        if path not in self.lines_of:
            self.lines_of[path] = lines(self.pdf(path))
        return self.lines_of[path]


def lines(pdf: Path) -> list[Line]:
    """The lines of a PDF but for the numbers of its sheets, from the top."""
    found: list[Line] = []
    sheets = command("pdftotext", "-bbox", "-enc", "UTF-8", str(pdf), "-").split("<page ")[1:]
    for number, sheet in enumerate(sheets, 1):
        words = [
            (float(x0), float(y0), float(x1), float(y1), text)
            for x0, y0, x1, y1, text in re.findall(
                r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', sheet
            )
        ]
        own: list[Line] = []
        for x0, y0, x1, y1, text in sorted(words, key=lambda word: ((word[1] + word[3]) / 2, word[0])):
            middle = (y0 + y1) / 2
            if middle > TOP + HEIGHT:
                continue
            if own and abs(own[-1].middle - middle) < 7:
                line = own[-1]
                line.text = line.text + " " + text if x0 >= line.left else text + " " + line.text
                line.left, line.right = min(line.left, x0), max(line.right, x1)
            else:
                own.append(Line(number, x0, x1, middle, text))
        found += own
    return found


def off(what: str, measured: float, wanted: float, tolerance: float = NEAR) -> list[str]:
    return [] if abs(measured - wanted) <= tolerance else [f"{what}: {measured:.2f}, not {wanted:.2f}"]


def check_grid(printer: Printer, _: Printer) -> Faults:
    path = "notices/2026/grid.html"
    found = printer.lines(path)
    said: list[str] = []
    second = [line for line in found if line.sheet == 2]
    said += off("lines on a full sheet", len(second), 22, 0)
    # Chromium sets each line on a whole pixel, and keeps the pitch over many.
    said += off("pitch of lines", (second[-1].middle - second[0].middle) / (len(second) - 1), PITCH, 0.05)
    said += off("middle of the first line below the top", second[0].middle - TOP, PITCH / 2, 3)
    full = [line for line in second if len(line.text) > 25]
    for line in full:
        said += off(f"right edge of {line.text[:4]}", line.right, RIGHT, 1.5)
        wanted = 28 if abs(line.left - LEFT) < NEAR else 26
        said += off(f"characters from {line.left:.1f} of {line.text[:4]}", len(line.text), wanted, 0)
        said += off("width of a character", (line.right - line.left) / len(line.text), CHARACTER, 0.1)
    if len(full) < 18:
        said.append(f"only {len(full)} full lines")
    faults = [fault(path, text) for text in said]
    # Chromium prints the whole of a document smaller where anything in it is too wide.
    path = "notices/2026/wide.html"
    whole = next(line for line in printer.lines(path) if line.text.startswith("天地"))
    faults += [fault(path, text) for text in off("width of a character", (whole.right - whole.left) / 26, CHARACTER, 0.1)]
    return faults


def signature(printer: Printer, path: str) -> tuple[list[Line], Line]:
    """The lines of the issuer, and the day's."""
    found = printer.lines(path)
    last = next(index for index, line in enumerate(found) if line.text.startswith("特此通知"))
    return found[last + 1 : -1], found[-1]


def check_sealed(printer: Printer, _: Printer) -> Faults:
    faults: Faults = []
    for path in sorted(path for path in printer.site.pages if "/sealed-" in path):
        issuer, day = signature(printer, path)
        text = next(line for line in printer.lines(path) if line.text.startswith("特此通知"))
        width = max(line.right - line.left for line in issuer)
        # Centred above the day, as far as the type area goes.
        room = 4 * CHARACTER + (day.right - day.left) / 2
        wanted = max(4 * CHARACTER, (width - (day.right - day.left)) / 2)
        if len(issuer) > 1:
            wanted = (WIDTH - (day.right - day.left)) / 2
        said = off("day from the right", RIGHT - day.right, wanted, 1)
        for line in issuer:
            said += off("issuer's middle from the day's", (line.left + line.right) / 2 - (day.left + day.right) / 2, 0, 1)
            if line.right > RIGHT + 1 or line.left < LEFT - 1:
                said.append(f"the issuer leaves the type area: {line.left:.1f} to {line.right:.1f}")
        said += off("lines between text and issuer", (issuer[0].middle - text.middle) / PITCH - 1, 2, 0.05)
        if width / 2 <= room and len(issuer) > 1:
            said.append("the issuer is broken though it fits")
        faults += [fault(path, text) for text in said]
    return faults


def check_unsealed(printer: Printer, _: Printer) -> Faults:
    faults: Faults = []
    for path in sorted(path for path in printer.site.pages if "/plain-" in path):
        issuer, day = signature(printer, path)
        text = next(line for line in printer.lines(path) if line.text.startswith("特此通知"))
        left, right = min(line.left for line in issuer), max(line.right for line in issuer)
        said = off("day's beginning from the issuer's", day.left - left, 2 * CHARACTER, 1)
        if day.right - day.left > right - left + 1:
            said += off("longer day from the right", RIGHT - day.right, 2 * CHARACTER, 1)
        elif len(issuer) == 1:
            said += off("issuer from the right", RIGHT - right, 2 * CHARACTER, 1)
        if right > RIGHT + 1 or left < LEFT - 1 or day.right > RIGHT + 1:
            said.append(f"it leaves the type area: {left:.1f} to {max(right, day.right):.1f}")
        said += off("lines between text and issuer", (issuer[0].middle - text.middle) / PITCH - 1, 1, 0.05)
        # 2026年12月22日 with digits of half a character, and no gaps beside them.
        said += off("width of a day", day.right - day.left, 7 * CHARACTER, 1)
        faults += [fault(path, text) for text in said]
    return faults


def check_text(printer: Printer, _: Printer) -> Faults:
    faults: Faults = []
    path = "notices/2026/lists.html"
    found = printer.lines(path)
    whole = "\n".join(line.text for line in found)
    for text in ("定于2026年12月22日8时30分在A座3楼开会", "1. 带笔", "2. 带本", "（1）新的", "（2）旧的", "3. 从三起", "附件： 1. 报名表", "2. 名单"):
        if text.replace(" ", "") not in whole.replace(" ", ""):
            faults.append(fault(path, f"“{text}” is not on paper: {whole}"))
    for line in found:
        if re.match(r"1\.|2\. *带|3\.|（", line.text):
            said = off(f"beginning of {line.text}", line.left - LEFT, 2 * CHARACTER, 2)
            faults += [fault(path, text) for text in said]
    for mark in "•◦↩":
        if mark in whole:
            faults.append(fault(path, f"{mark} is on paper"))
    one = "\n".join(line.text for line in printer.lines("notices/2026/one.html")).replace(" ", "")
    if "附件：报名表" not in one:
        faults.append(fault("notices/2026/one.html", f"its attachment bears a number: {one}"))
    return faults


def check_letterhead(printer: Printer, _: Printer) -> Faults:
    path = "notices/2026/red.html"
    found = printer.lines(path)
    texts = [line.text for line in found]
    said: list[str] = []
    wanted = ["某县医院工会委员会文件", "某医工〔2026〕1号", "关于放假的通知", "各工会小组：", "照常值班。", "某县医院工会", "2026年11月5日"]
    if texts[: len(wanted)] != wanted:
        said.append(f"{texts}, not {wanted}")
    elif "2026年11月5日印发" not in texts[-1] or "某县医院工会" not in texts[-1]:
        said.append(f"no 版记: {texts[-1]}")
    else:
        name, number, title, to = found[:4]
        for line in (name, number, title):
            said += off(f"middle of {line.text}", (line.left + line.right) / 2, LEFT + WIDTH / 2, 1)
        red, black = ink(printer.pdf(path), 1)
        rule = red[-1]
        said += off("top of the name below the type area's", red[0] - TOP, 35 * MM, 1)
        said += off("red rule below the number", rule - max(y for y in black if y < rule), 4 * MM, 1)
        # Two lines lie between the rule and the title, one between the title and whom it is for. A line of 22pt begins
        # 3.5pt above its characters.
        said += off("title below the red rule", min(y for y in black if y > rule) - rule, 2 * PITCH + 3.5, 3)
        said += off("to whom below the title", to.middle - title.middle, 2 * PITCH, 2)
        if name.left < LEFT - 1 or name.right > RIGHT + 1:
            said.append(f"the name leaves the type area: {name.left:.1f} to {name.right:.1f}")
        said += off("sheet of 版记", found[-1].sheet, 2, 0)
        foot = max(y for y in ink(printer.pdf(path), 2)[1] if y < TOP + HEIGHT + 5)
        said += off("last rule of 版记 from the top of the type area", foot - TOP, HEIGHT, 1.5)
    if ink(printer.pdf("notices/2026/one.html"), 1)[0]:
        said.append("red is printed where there is no number")
    return [fault(path, text) for text in said]


def ink(pdf: Path, sheet: int) -> tuple[list[float], list[float]]:
    """Where on a sheet there is red and where black ink, in points from its top."""
    image = subprocess.run(
        ["pdftoppm", "-r", "144", "-f", str(sheet), "-l", str(sheet), str(pdf)],
        capture_output=True, check=True, timeout=PATIENCE,
    ).stdout  # fmt: skip
    _, size, _, dots = image.split(b"\n", 3)
    row = int(size.split()[0]) * 3
    red, black = [], []
    for at in range(0, len(dots), row):
        line = dots[at : at + row]
        inked = {r > 180 for r, g in zip(line[::3], line[1::3]) if g < 110}
        if True in inked:
            red.append(at / row / 2)
        if False in inked:
            black.append(at / row / 2)
    return red, black


# What stands on screens: marks of states, sizes of files, ways to other pages, what is clicked.
FURNITURE = re.compile(
    r"公示中|已过期|置顶|还剩|KB|字节|↩|上一篇|下一篇|跳到正文|全部标签|订阅|加到日历|无障碍声明|印章见原件|目录$|有效期至|Photographs|Honour|Latest|Notices|→|⇄"
)


def check_furniture(printer: Printer, sample: Printer) -> Faults:
    faults: Faults = []
    skipped = {"404.html", "accessibility.html", "index.html", "pages/写作手册.html"}
    paths = [(printer, path) for path in ("notices/2026/lists.html", "notices/2026/sealed-6.html", "notices/index.html")]
    paths += [(sample, path) for path in sample_pages(sample.site).values() if path in sample.site.pages]
    for source, path in paths:
        if path in skipped:
            continue
        found = source.lines(path)
        heading = re.sub(r"\s", "", source.site.pages[path].heading)
        text = re.sub(r"\s", "", "".join(line.text for line in found))
        # A sheet of the accounts is a form of its own, under the form's name.
        if heading[:20] not in text and not path.startswith("finance/"):
            faults.append(fault(path, f"its title is not on paper: {text[:60]}"))
        for line in found:
            if FURNITURE.search(line.text):
                faults.append(fault(path, f"“{line.text[:60]}” is on paper"))
            if line.right > RIGHT + 2 and not path.startswith("finance/"):
                faults.append(fault(path, f"“{line.text[:30]}” reaches {line.right:.1f}, beyond the type area"))
    return faults


def check_breaks(printer: Printer, sample: Printer) -> Faults:
    faults: Faults = []
    for path in sorted(path for path in printer.site.pages if "/break-" in path):
        found = printer.lines(path)
        sheet = {key: [line.sheet for line in found if line.text.startswith(key)] for key in ("末节", "项目", "拔河", "长跑", "某县医院工会", "2026年")}
        if len(set(sheet["末节"])) != 1:
            faults.append(fault(path, f"the heading stands on sheet {sheet['末节']}"))
        if len(set(sheet["项目"] + sheet["拔河"] + sheet["长跑"])) != 1:
            faults.append(fault(path, f"the table stands on sheets {sheet}"))
        if sheet["某县医院工会"] != sheet["2026年"] or sheet["长跑"] != sheet["2026年"]:
            faults.append(fault(path, f"the signature stands alone: {sheet}"))
    for path in sorted(sample.site.pages):
        if re.fullmatch(r"finance/\d+(-h\d)?\.html", path) and sample.lines(path)[-1].sheet > 1:
            faults.append(fault(path, "a sheet of the accounts takes more than one leaf"))
        if not re.match(r"(plans|summary)/2026", path):
            continue
        found = sample.lines(path)
        headings = {element.text.strip() for element in sample.site.pages[path].find("h2")}
        for line, below in zip(found, found[1:] + [None]):
            if line.text in headings and (below is None or below.sheet != line.sheet):
                faults.append(fault(path, f"“{line.text}” stands alone at the foot of sheet {line.sheet}"))
    return faults


def check_command(printer: Printer, _: Printer) -> Faults:
    path = "notices/2026/grid.html"
    made = [(line.sheet, round(line.left), round(line.middle), line.text) for line in lines(Path(sys.argv[3]))]
    wanted = [(line.sheet, round(line.left), round(line.middle), line.text) for line in printer.lines(path)]
    return [] if made == wanted else [fault(path, f"{made[:3]} … {made[-1:]}, not {wanted[:3]} … {wanted[-1:]}")]


def main() -> None:
    results: dict[str, Faults] = {}
    checks: dict[str, Callable[[Printer, Printer], Faults]] = {
        "grid": check_grid, "sealed": check_sealed, "unsealed": check_unsealed, "text": check_text,
        "letterhead": check_letterhead, "furniture": check_furniture, "breaks": check_breaks, "command": check_command,
    }  # fmt: skip
    with chromium() as browser, tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        printer = Printer(browser, Site(Path(sys.argv[1]).resolve()), Path(one))
        sample = Printer(browser, Site(Path(sys.argv[2]).resolve()), Path(other))
        for name, check in checks.items():
            try:
                results[name] = check(printer, sample)
            except Exception:
                results[name] = [fault("", traceback.format_exc(limit=-4))]
    json.dump(results, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
