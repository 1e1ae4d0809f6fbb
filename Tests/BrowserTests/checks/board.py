"""The screen in the lobby: whether it turns for months, is read from afar, takes up a newer site, stops, and reads without a script."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from site_files import Site, fault

LYING = {"width": 1920, "height": 1080}
UPRIGHT = {"width": 1080, "height": 1920}
BOARD = "board.html"
DAY = "2026-11-22T09:30:00"

Faults = list[dict[str, str]]

# What of the page that is shown is smaller than 3.75 hundredths of the screen's shorter side, or does not fit.
UNREADABLE = """() => {
  const least = Math.min(innerWidth, innerHeight) * 0.0375, faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.offsetParent) continue;
    const style = getComputedStyle(parent);
    if (style.visibility !== "visible") continue;
    if (parseFloat(style.fontSize) < least) faults.push(`“${walker.currentNode.data.trim()}” is small: ${style.fontSize}`);
  }
  const page = document.querySelector(".screen-shown");
  if (page.scrollHeight > page.clientHeight + 1) faults.push("it does not fit the screen");
  return faults;
}"""
SHOWN = "document.querySelector('[data-place]').textContent"
SIZE = "document.querySelectorAll('*').length"


def check_board(browser: Browser, site: Site) -> Faults:
    faults: Faults = []
    for check in (reading, pausing, without_script, newer_site, later_days, ten_thousand_turns):
        faults += [fault(BOARD, text) for text in check(browser, site)]
    return faults


def opened(browser: Browser, url: str, viewport: dict[str, int] = LYING, **options: object) -> Page:
    page = browser.new_context(viewport=viewport, **options).new_page()
    page.clock.install(time=DAY)
    page.goto(url)
    return page


def reading(browser: Browser, site: Site) -> list[str]:
    """Every page fits the screen in type for four metres, lying and upright, and axe-core finds nothing."""
    faults = []
    for viewport in (LYING, UPRIGHT):
        page = opened(browser, site.url(BOARD), viewport, reduced_motion="reduce")
        count = int(page.evaluate(SHOWN).split("/")[1])
        # Twice round: the second time in the other colours.
        for _ in range(2 * count):
            where = f"{page.evaluate(SHOWN)}, {viewport['width']} px"
            faults += [f"{text} ({where})" for text in page.evaluate(UNREADABLE)]
            faults += [f"{v['id']}: {v['help']} ({where})" for v in Axe().run(page).response["violations"]]
            page.keyboard.press("ArrowRight")
        page.context.close()
    return faults


def pausing(browser: Browser, site: Site) -> list[str]:
    """It turns by itself, stops by button and by key, and a pause that was forgotten ends."""
    faults = []
    page = opened(browser, site.url(BOARD))
    first = page.evaluate(SHOWN)
    page.clock.run_for(40_000)
    if page.evaluate(SHOWN) == first:
        faults.append("it does not turn by itself")
    for stop in (lambda: page.locator("[data-pause]").click(), lambda: page.keyboard.press("p")):
        stop()
        held = page.evaluate(SHOWN)
        page.clock.run_for(300_000)
        if page.evaluate(SHOWN) != held:
            faults.append("it turns while it is stopped")
        stop()
        page.clock.run_for(40_000)
        if page.evaluate(SHOWN) == held:
            faults.append("it does not go on")
    page.keyboard.press("p")
    held = page.evaluate(SHOWN)
    page.clock.run_for(11 * 60_000)
    if page.evaluate(SHOWN) == held:
        faults.append("a pause that was forgotten does not end")
    page.context.close()
    return faults


def without_script(browser: Browser, site: Site) -> list[str]:
    """Without a script, and on a phone, all pages stand one below another, and no button that would do nothing."""
    faults = []
    phone = {"width": 360, "height": 780}
    for viewport, scripts in ((LYING, False), (phone, False), (phone, True)):
        context = browser.new_context(viewport=viewport, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site.url(BOARD))
        boxes = [box.bounding_box() for box in page.locator(".screen:not([hidden])").all()]
        if any(box is None for box in boxes) or any(a["y"] + a["height"] > b["y"] for a, b in zip(boxes, boxes[1:])):
            faults.append(f"its pages do not stand one below another ({viewport['width']} px, script {scripts})")
        if page.locator("button:visible").count():
            faults.append("a button can be seen")
        if page.evaluate("document.scrollingElement.scrollWidth") > viewport["width"]:
            faults.append(f"it is wider than {viewport['width']} px")
        context.close()
    return faults


def newer_site(browser: Browser, site: Site) -> list[str]:
    """A newer site comes in at a turn; the same site, and one that cannot be reached, leave it alone. All from a folder."""
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(site.root / "assets", folder / "assets")
        for file in (BOARD, "board-version.js"):
            shutil.copy(site.root / file, folder / file)
        page = opened(browser, (folder / BOARD).as_uri())
        page.evaluate("window.mark = 1")
        for file in ("", "gone"):
            if file:
                (folder / "board-version.js").rename(folder / file)
            pass_minutes(page, 3)
            if page.evaluate("window.mark") != 1:
                faults.append(f"it is loaded anew though nothing changed {file}")
        html = (folder / BOARD).read_text(encoding="utf-8")
        version = (folder / "gone").read_text(encoding="utf-8").split('"')[1]
        (folder / BOARD).write_text(html.replace(version, "newer").replace("</h1>", "新版</h1>"), encoding="utf-8")
        (folder / "board-version.js").write_text('banbaoBoard("newer");\n', encoding="utf-8")
        pass_minutes(page, 3)
        if "新版" not in page.locator("h1").inner_text():
            faults.append("a newer site does not come in")
        page.context.close()
    return faults


def pass_minutes(page: Page, minutes: int) -> None:
    """The clock is moved in steps between which files can be loaded."""
    for _ in range(minutes * 6):
        page.clock.run_for(10_000)
        page.wait_for_timeout(20)


def later_days(browser: Browser, site: Site) -> list[str]:
    """Days go by without a newer site: what is left is counted anew, and what is over is not shown."""
    faults = []
    page = opened(browser, site.url(BOARD))
    left = page.locator("[data-left]").first
    before = int(left.text_content() or "0")
    until = page.locator(".screen-open").first.get_attribute("data-until") or ""
    page.clock.set_fixed_time("2026-11-24T09:30:00")
    page.keyboard.press("ArrowRight")
    if int(left.text_content() or "0") != before - 1:
        faults.append(f"on Tuesday {left.text_content()} days are left of {before} on Sunday")
    page.clock.set_fixed_time("2027-06-01T09:30:00")
    page.keyboard.press("ArrowRight")
    for dated in page.locator("[data-until]").all():
        if dated.is_visible() and (dated.get_attribute("data-until") or "") < "2027-06-01":
            faults.append(f"what was over on {dated.get_attribute('data-until')} is shown in June")
    if until >= "2027-06-01":
        faults.append("the sample has no open 公示")
    page.context.close()
    return faults


def ten_thousand_turns(browser: Browser, site: Site) -> list[str]:
    """The page after 10,000 turns holds as many elements as after the first round, and no more memory."""
    page = opened(browser, site.url(BOARD))
    session = page.context.new_cdp_session(page)
    turn = "for (let turn = 0; turn < {}; turn += 1) document.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowRight' }}));"

    def measured() -> tuple[int, int, int]:
        session.send("HeapProfiler.collectGarbage")
        counters = session.send("Memory.getDOMCounters")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        return page.evaluate(SIZE), counters["nodes"] + counters["jsEventListeners"], int(heap)

    page.evaluate(turn.format(100))
    elements, nodes, heap = measured()
    # Some by its own clock, so that its timers and its looking for a newer site are in it.
    page.evaluate(turn.format(9000))
    for _ in range(10):
        page.clock.run_for(100 * 14_000)
    after = measured()
    page.context.close()
    faults = []
    if after[0] > elements:
        faults.append(f"it had {elements} elements and has {after[0]}")
    if after[1] > nodes + 50:
        faults.append(f"the browser held {nodes} nodes and listeners for it and holds {after[1]}")
    if after[2] > heap + 300_000:
        faults.append(f"it took {heap} bytes and takes {after[2]}")
    return faults
