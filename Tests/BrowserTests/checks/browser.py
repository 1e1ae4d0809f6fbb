"""What only a browser can tell: axe-core, phone width, no script, the keyboard, print."""

from __future__ import annotations

import math
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from site_files import Site, fault, squeezed

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

Faults = list[dict[str, str]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, one process for all checks."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        raise RuntimeError("no Chromium on this machine")
    with sync_playwright() as playwright:
        # Chromium's sandbox does not start for root, and CI containers run as root.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def check_axe(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """axe-core finds no violation, on a desk's screen in both colours and on a phone."""
    faults = []
    for viewport, colours in ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")):
        with browser.new_context(viewport=viewport, color_scheme=colours) as context:
            page = context.new_page()
            for path in paths:
                page.goto(site.url(path))
                for violation in Axe().run(page).response["violations"]:
                    node = violation["nodes"][0]
                    where = f"{viewport['width']} px, {colours}"
                    text = f"{violation['id']}: {violation['help']}: {node['html'][:160]} ({where})"
                    faults.append(fault(path, text))
    return faults


def check_phone_width(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """Nothing is wider than a phone's screen, in normal type or in large."""
    faults = []
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        for path in paths:
            page.goto(site.url(path))
            large = page.locator("[data-large]")
            # A 404 page that knows no address of its site brings neither styles nor switches.
            for type_ in ("normal",) if path == "404.html" else ("normal", "large"):
                if (large.get_attribute("aria-pressed") == "true") != (type_ == "large"):
                    if not large.is_visible():
                        faults.append(fault(path, "there is no switch for large type"))
                        break
                    large.click()
                width = page.evaluate("document.scrollingElement.scrollWidth")
                if width > PHONE["width"]:
                    faults.append(fault(path, f"{width} px wide in {type_} type"))
    return faults


def check_without_script(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """Without JavaScript a page shows its title and its text, and no switch that would do nothing."""
    faults = []
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:
        page = context.new_page()
        for path in paths:
            page.goto(site.url(path))
            # Of a file that the browser rendered, this is the text which can be seen.
            seen = squeezed(page.locator("body").inner_text())
            parsed = site.pages[path]
            for what, elements in (("title", parsed.find("h1")), ("text", parsed.find(attribute="data-body"))):
                for element in elements:
                    if squeezed(element.text) not in seen:
                        faults.append(fault(path, f"the {what} cannot be seen"))
            for link in parsed.find("a", class_="row-title"):
                if squeezed(link.text) not in seen:
                    faults.append(fault(path, f"the row “{link.text}” cannot be seen"))
            if page.locator("button:visible").count():
                faults.append(fault(path, "a button can be seen"))
    return faults


def check_keyboard(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """The first Tab shows the skip link, Enter goes to the text, and Tab goes on from there."""
    faults = []
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        for path in paths:
            page.goto(site.url(path))
            page.keyboard.press("Tab")
            box = page.locator(":focus").bounding_box() if page.locator(":focus").count() else None
            if page.evaluate("document.activeElement.className") != "skip":
                faults.append(fault(path, "the first Tab does not reach the skip link"))
                continue
            if box is None or box["x"] < 0 or box["y"] < 0:
                faults.append(fault(path, "the skip link has the focus but cannot be seen"))
            page.keyboard.press("Enter")
            if page.evaluate("document.activeElement.localName") != "main":
                faults.append(fault(path, "Enter on the skip link does not move the focus to main"))
            page.keyboard.press("Tab")
            inside = "document.querySelector('main').contains(document.activeElement)"
            if page.locator("main a").count() and not page.evaluate(inside):
                faults.append(fault(path, "after the skip link, Tab does not go on inside main"))
    return faults


def check_print(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """A notice prints on A4 with its title and text, on no more sheets than its length asks for."""
    faults = []
    with browser.new_context() as context, tempfile.TemporaryDirectory() as folder:
        page = context.new_page()
        sheet = Path(folder) / "sheet.pdf"
        for path in paths:
            page.goto(site.url(path))
            page.pdf(path=str(sheet), format="A4", prefer_css_page_size=True)
            printed = squeezed(command("pdftotext", "-enc", "UTF-8", str(sheet), "-"))
            facts = dict(line.split(":", 1) for line in command("pdfinfo", str(sheet)).splitlines())
            if "A4" not in facts["Page size"]:
                faults.append(fault(path, f"the paper is {facts['Page size'].strip()}"))
            parsed = site.pages[path]
            if squeezed(parsed.heading) not in printed:
                faults.append(fault(path, f"the title is not on paper: {printed[:60]}"))
            text = squeezed("".join(body.text for body in parsed.find(attribute="data-body")))
            if text[:12] not in printed:
                faults.append(fault(path, f"the text is not on paper: {printed[:60]}"))
            # GB/T 9704-2012 sets 22 lines of 28 characters on a sheet; half of that leaves room for
            # short lines, tables and the signature. Photographs take half a sheet each.
            expected = 1 + math.ceil(len(text) / 308) + math.ceil(len(parsed.find("img")) / 2)
            if int(facts["Pages"]) > expected:
                faults.append(fault(path, f"{facts['Pages'].strip()} sheets, expected {expected} at most"))
    return faults


def command(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout
