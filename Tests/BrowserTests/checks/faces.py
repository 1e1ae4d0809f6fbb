"""What each kind of page puts first: contents that leave a sheet in its place, winners and names in sight, pictures in lists."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from browser import command
from reading import DESKTOP, PHONE
from site_files import Site, fault

Faults = list[dict[str, str]]

# The middle of an element, and the bottom of what is said first in it.
MIDDLE = """(name) => { const box = document.querySelector(name).getBoundingClientRect(); return (box.left + box.right) / 2; }"""
OUT_OF_SIGHT = """(names) => [...document.querySelectorAll(names)].filter((each) => {
  const box = each.getBoundingClientRect();
  return !box.width || box.left < 0 || box.right > innerWidth;
}).map((each) => each.textContent.trim().slice(0, 20))"""


def check_faces(browser: Browser, site: Site) -> Faults:
    """A sheet stands in the middle with contents and without; a phone shows who won, who is honoured, and when to come; a year of
    honours prints on one sheet."""
    faults = []
    sheets = [path for path, page in site.pages.items() if page.find(class_="sheet-with-toc")][:3]
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        for path in sheets:
            page.goto(site.url(path))
            off = page.evaluate(MIDDLE, ".sheet") - page.evaluate(MIDDLE, ".masthead-line")
            if abs(off) > 2:
                faults.append(fault(path, f"its sheet stands {off:.0f} px beside the middle"))
    seen = {"prize-who": "activities/2", "honour-name": "honours/index", "particulars": "notices/2"}
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        for name, folder in seen.items():
            paths = [path for path, each in site.pages.items() if path.startswith(folder) and each.find(class_=name)]
            faults += [] if paths else [fault(folder, f"no page shows .{name}")]
            for path in paths[:3]:
                page.goto(site.url(path))
                faults += [fault(path, f"“{text}” is not in sight") for text in page.evaluate(OUT_OF_SIGHT, f".{name}")]
        with tempfile.TemporaryDirectory() as folder:
            sheet = Path(folder) / "sheet.pdf"
            for path in [path for path in site.pages if path.startswith("honours/archive/")]:
                page.goto(site.url(path))
                page.pdf(path=str(sheet), prefer_css_page_size=True)
                facts = dict(line.split(":", 1) for line in command("pdfinfo", str(sheet)).splitlines())
                if facts["Pages"].strip() != "1" or "A4" not in facts["Page size"]:
                    faults.append(fault(path, f"its poster is {facts['Pages'].strip()} sheets of {facts['Page size'].strip()}"))
    pictured = [path for path, each in site.pages.items() if each.find(class_="pictured-photo")]
    return faults + ([] if pictured else [fault("activities", "no list shows a picture")])
