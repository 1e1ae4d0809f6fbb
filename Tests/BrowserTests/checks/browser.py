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
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from site_files import Page as Parsed
from site_files import Site, fault, squeezed

Faults = list[dict[str, str]]

# Seconds for what takes one, on a machine that is busy with other work: a limit only ends what hangs.
PATIENCE = 600


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, one process for all checks."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        raise RuntimeError("no Chromium on this machine")
    with sync_playwright() as playwright:
        # Chromium's sandbox does not start for root, and CI containers run as root.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"], timeout=1000 * PATIENCE)
        make_patient(browser)
        try:
            yield browser
        finally:
            browser.close()


def make_patient(browser: Browser) -> None:
    """Pages wait longer than the half minute that Playwright grants, for whatever they wait."""
    new_context = browser.new_context

    def patient(**options: object) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(1000 * PATIENCE)
        return context

    browser.new_context = patient


# Without reading the style sheets by itself, which a page from a folder may not; and with the one rule of WCAG 2.2 that is off
# unless it is asked for.
AXE = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}


def violations(page: Page) -> list[str]:
    """axe-core finds no violation."""
    return [
        f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:160]}"
        for violation in Axe().run(page, options=AXE).response["violations"]
    ]


# How wide a page is in each size of type; afterwards it has its own again.
NEEDED_WIDTHS = """(sizes) => {
  const root = document.documentElement, own = root.getAttribute("data-type");
  const choose = (size) => size ? root.setAttribute("data-type", size) : root.removeAttribute("data-type");
  const widths = sizes.map((size) => { choose(size); return document.scrollingElement.scrollWidth; });
  choose(own);
  return widths;
}"""


def too_wide(page: Page, width: int, is_styled: bool) -> list[str]:
    """Nothing is wider than the screen, in any of the three sizes of type."""
    sizes = ["", "large", "huge"] if is_styled else [""]
    needed = zip(sizes, page.evaluate(NEEDED_WIDTHS, sizes))
    return [f"{pixels} px wide in {size or 'usual'} type" for size, pixels in needed if pixels > width]


def hidden_without_script(page: Page, parsed: Parsed) -> list[str]:
    """Without JavaScript a page shows its title and its text, and no switch that would do nothing."""
    texts = []
    # Of a file that the browser rendered, this is the text which can be seen.
    seen = squeezed(page.locator("body").inner_text())
    for what, elements in (("title", parsed.find("h1")), ("text", parsed.find(attribute="data-body"))):
        texts += [f"the {what} cannot be seen" for element in elements if squeezed(element.text) not in seen]
    for link in parsed.find("a", class_="row-title"):
        if squeezed(link.text) not in seen:
            texts.append(f"the row “{link.text}” cannot be seen")
    # A form with an address works without a script.
    if page.locator("button:visible").count() > page.locator("form[action] button:visible").count():
        texts.append("a button can be seen")
    return texts


def lost_focus(page: Page) -> list[str]:
    """The first Tab shows the skip link, Enter goes to the text, and Tab goes on from there."""
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        return ["the first Tab does not reach the skip link"]
    texts = []
    box = page.locator(":focus").bounding_box()
    if box is None or box["x"] < 0 or box["y"] < 0:
        texts.append("the skip link has the focus but cannot be seen")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.localName") != "main":
        texts.append("Enter on the skip link does not move the focus to main")
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    if page.locator("main a").count() and not page.evaluate(inside):
        texts.append("after the skip link, Tab does not go on inside main")
    return texts


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
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
