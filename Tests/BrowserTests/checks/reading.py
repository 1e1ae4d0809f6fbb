"""How a page reads: where its first words stand, how long its lines are, and whether tables show what they hold."""

from __future__ import annotations

from playwright.sync_api import Page

PHONE = {"width": 360, "height": 780}
SMALL_PHONE = {"width": 320, "height": 640}
TABLET = {"width": 768, "height": 1024}
DESKTOP = {"width": 1280, "height": 800}
VIEWPORTS = (SMALL_PHONE, PHONE, TABLET, DESKTOP)

Faults = list[dict[str, str]]

# The top of the first words of `main`.
FIRST_WORDS = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = [...range.getClientRects()].find((box) => box.width && box.height);
    if (box) return box.top + scrollY;
  }
  return -1;
}"""

# The top of each link of the menu; null of one that is not shown.
MENU = """() => [...document.querySelectorAll(".menu-list a")].map((link) =>
  link.offsetParent ? Math.round(link.getBoundingClientRect().top) : null)"""

# The cells that stand outside the box of their table where that shows no sign that it can be scrolled. Without what a script
# marks, the signs are those of the page itself.
HIDDEN_CELLS = """(marked) => [...document.querySelectorAll("table")].flatMap((table) => {
  if (!marked && table.closest(".table-scrolls")) table.closest(".table-scrolls").classList.remove("table-scrolls");
  let box = table;
  while (box !== document.body && getComputedStyle(box).overflowX === "visible") box = box.parentElement;
  const edge = box === document.body ? { left: 0, right: innerWidth } : box.getBoundingClientRect();
  if (/滑动|Slide/.test(getComputedStyle(box, "::before").content)) return [];
  return [...table.querySelectorAll("th, td")].filter((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()].some((text) =>
      text.width > 1 && text.left >= 0 && (text.right > Math.min(edge.right, innerWidth) + 1 || text.left < edge.left - 1));
  }).map((cell) => cell.textContent.trim().slice(0, 30));
})"""


def late_words(page: Page, limit: float) -> list[str]:
    """The words of a page begin within so many pixels of its top."""
    top = page.evaluate(FIRST_WORDS)
    return [] if 0 <= top <= limit else [f"its first words stand at {top:.0f} px"]


def hidden_cells(page: Page) -> list[str]:
    """No table hides a cell without saying so, with a script or without. One of each kind is told."""
    return [
        f"the cell “{cell}” is hidden {'with' if marked else 'without'} a script"
        for marked in (True, False)
        for cell in page.evaluate(HIDDEN_CELLS, marked)[:1]
    ]


def menu_faults(page: Page, viewport: dict[str, int]) -> list[str]:
    """The menu is one row on a desk and a button on a phone, and opens without a script."""
    faults = []
    closed = [top for top in page.evaluate(MENU) if top is not None]
    if viewport is DESKTOP:
        if len(set(closed)) != 1:
            faults.append(f"the menu has {len(set(closed))} rows")
        if len(closed) == len(page.evaluate(MENU)):
            return faults
        button = page.locator(".menu-more label")
    else:
        if closed:
            faults.append("the menu is open at first")
        height = page.locator(".masthead").bounding_box()["height"]
        if height > 80:
            faults.append(f"the masthead is more than one row: {height:.0f} px")
        button = page.locator(".menu-button")
    button.click()
    if None in page.evaluate(MENU):
        faults.append("the button does not open the whole menu")
    button.click()
    return faults


# Lines of more than 40 Han characters, and paragraphs whose lines stand closer than one and a half.
LINES = """() => [...document.querySelectorAll("main p, main .prose li, main dd, main figcaption")].flatMap((block) => {
  if (!block.offsetParent || block.querySelector("p, li, dl, table, ul, ol")) return [];
  const style = getComputedStyle(block);
  const size = parseFloat(style.fontSize);
  const range = document.createRange();
  range.selectNodeContents(block);
  const rows = new Map();
  for (const box of range.getClientRects()) {
    const row = rows.get(Math.round(box.bottom / size)) || [Infinity, 0];
    rows.set(Math.round(box.bottom / size), [Math.min(row[0], box.left), Math.max(row[1], box.right)]);
  }
  if (style.display === "flex") return [];
  const widest = Math.max(0, ...[...rows.values()].map(([left, right]) => right - left)) / size;
  const faults = [];
  if (widest > 40.6 && /[一-鿿]/.test(block.textContent)) faults.push(`${widest.toFixed(1)} characters a line: ${block.textContent.trim().slice(0, 20)}`);
  if (rows.size > 1 && parseFloat(style.lineHeight) / size < 1.49) faults.push(`lines ${(parseFloat(style.lineHeight) / size).toFixed(2)} high: ${block.className}`);
  return faults;
})"""
