"""What a reader may choose, and what somebody who sees badly needs: targets, contrast, a page that stays where it is, a voice."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from reading import DESKTOP, Faults
from site_files import Site, fault

# What a reader presses, but for links within a text.
TARGETS = """(least) => {
  const controls = "button, label[for]:not(.unseen), summary, .menu-list a, .filter a, .pager a, .tags a, .tag-cloud a, .footer-links a,"
    + ".crumbs a, .panel-more a, .section-list a, .toc-list a, .attachments-list a, .neighbour, .row-title, .card-title a,"
    + ".brand-title a, .button";
  return [...document.querySelectorAll(controls)].filter((each) => each.offsetParent).map((each) => {
    const box = each.getBoundingClientRect();
    return [Math.min(box.width, box.height), each];
  }).filter(([size]) => size < least - 0.5).map(([size, each]) => `${Math.round(size)} px: ${each.className} ${each.textContent.trim().slice(0, 20)}`);
}"""

# Text that stands out less than 7:1 (large text 4.5:1) from what is painted below it.
FAINT = """(colours) => {
  const root = document.documentElement, own = root.getAttribute("data-colours");
  root.setAttribute("data-colours", colours);
  const parts = (text) => (text.match(/[0-9.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const below = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parts(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.offsetParent || element.closest("svg, .skip, [aria-hidden]")) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parts(style.color)), light(below(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 4.5 : 7)) faint.set(element.className + element.localName, `${contrast.toFixed(1)}: ${walker.currentNode.data.trim().slice(0, 20)} <${element.localName} ${element.className}>`);
  }
  if (own) root.setAttribute("data-colours", own); else root.removeAttribute("data-colours");
  return [...faint.values()];
}"""

SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 150);
})"""

# A machine with one voice from the network, and, where it is asked for, one of its own.
VOICES = """(() => {
  const voice = (name, local) => ({ name, lang: "zh-CN", localService: local });
  window.spoken = [];
  const voices = [voice("far", false)].concat(%s ? [voice("near", true)] : []);
  const speech = {
    getVoices: () => voices, addEventListener() {}, cancel() {},
    speak(utterance) { window.spoken.push([utterance.text, utterance.voice.name]); setTimeout(() => utterance.onend(), 0); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})()"""


def small_targets(page: Page, least: int) -> list[str]:
    """What is pressed measures so many pixels, in the menu and among the choices as well."""
    page.locator("[data-reader]").click()
    if page.locator(".menu-button").is_visible():
        page.locator(".menu-button").click()
    return page.evaluate(TARGETS, least)


def faint(page: Page, schemes: list[str]) -> list[str]:
    """Text stands out 7:1 from its ground, large text 4.5:1."""
    return [f"{text} ({scheme})" for scheme in schemes for text in page.evaluate(FAINT, scheme)]


def moved(page: Page, least: float = 0.02) -> list[str]:
    """Nothing moves once it was painted."""
    shift = page.evaluate(SHIFT)
    return [f"layout shift {shift:.3f}"] if shift >= least else []


def check_choices(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """Type of 18, 24 and 30 px, colours, pointer and ruler are chosen on one page and kept on the next."""
    faults = []
    first, second = site.url("index.html"), site.url(next(path for path in paths if path.startswith("notices/2")))
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(first)
        page.locator("[data-reader]").click()
        for choice, text in (("type", "18px"), ("type=large", "24px"), ("type=huge", "30px")):
            page.locator(f"[data-set='{choice}']").click()
            size = page.evaluate("getComputedStyle(document.body).fontSize")
            if size != text:
                faults.append(fault("index.html", f"{choice} is type of {size}"))
        page.locator("[data-set='colours=contrast']").click()
        page.locator("[data-toggle='pointer=large']").click()
        page.locator("[data-toggle='ruler=on']").click()
        page.goto(second)
        kept = page.evaluate("['type', 'colours', 'pointer', 'ruler'].map((name) => document.documentElement.dataset[name])")
        if kept != ["huge", "contrast", "large", "on"]:
            faults.append(fault(second, f"of the choices there are left {kept}"))
        page.mouse.move(300, 400)
        ruler = page.locator(".ruler").bounding_box()
        if not ruler or not ruler["y"] < 400 < ruler["y"] + ruler["height"]:
            faults.append(fault(second, f"the ruler is not at the pointer: {ruler}"))
        if "pointer.svg" not in page.evaluate("getComputedStyle(document.querySelector('main')).cursor"):
            faults.append(fault(second, "the pointer is not the large one"))
        page.locator("[data-reader]").click()
        for choice in ("type", "colours"):
            page.locator(f"[data-set='{choice}']").click()
        if page.evaluate("document.documentElement.hasAttribute('data-type') || document.documentElement.hasAttribute('data-colours')"):
            faults.append(fault(second, "the choices cannot be taken back"))
    return faults


def check_voice(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """A page is read aloud by a voice of the machine itself; where there is none, nobody is offered to hear it."""
    faults = []
    path = next(path for path in paths if path.startswith("notices/2"))
    for local in (False, True):
        with browser.new_context(viewport=DESKTOP) as context:
            context.add_init_script(VOICES % ("true" if local else "false"))
            page = context.new_page()
            page.goto(site.url(path))
            page.locator("[data-reader]").click()
            button = page.locator("[data-speak]")
            if button.is_visible() != local:
                faults.append(fault(path, f"reading aloud is {'not ' if local else ''}offered"))
            if local:
                button.click()
                page.wait_for_selector("[data-speak][aria-pressed='false']", state="attached")
                spoken = page.evaluate("window.spoken")
                said = "".join("".join(text for text, _ in spoken).split())
                if {name for _, name in spoken} != {"near"}:
                    faults.append(fault(path, "another voice than the machine's own speaks"))
                for body in site.pages[path].find(attribute="data-body"):
                    if "".join(body.text.split())[:40] not in said:
                        faults.append(fault(path, f"the text is not read: {said[:60]}"))
    return faults

