"""Searches a built site of `search_corpus.py` in Chromium: `check_search.py SITE TITLES FOLDED TABLE QUERIES`.

Prints as JSON what each check found, as check_site.py does, and under `measured` what the search cost.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from functools import partial
from pathlib import Path
from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from browser import chromium
from check_site import attempt
from playwright.sync_api import Browser, Page
from search_page import folded, found, open_search, served, text_of
from site_files import fault

Faults = list[dict[str, str]]
SEARCH = "search.html"
# Pages that only lead to others are not searched.
LISTS = re.compile(r"(^|/)(index|page-\d+|404|search|board)\.html$|(^|/)archive/|^tags/")


def main() -> None:
    root = Path(sys.argv[1]).resolve()
    titles = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    folds = Path(sys.argv[3]).read_text("utf-8").split("\n")
    table = Path(sys.argv[4]).read_text("utf-8")
    queries = int(sys.argv[5])
    results: dict[str, Faults] = {}
    measured: list[str] = []
    with chromium() as browser, served(root) as web:
        folder = root.as_uri() + "/"
        for name, check in {
            "folding": partial(check_folding, folder, folds),
            "substrings": partial(check_substrings, root, [folder, web], queries, measured),
            "pinyin": partial(check_pinyin, web, titles, table, queries),
            "queries": partial(check_queries, folder),
            "use": partial(check_use, folder, web),
            "access": partial(check_access, web),
            "cost": partial(check_cost, root, [folder, web], measured),
        }.items():
            results[name] = attempt(lambda check=check: check(browser))
    json.dump({"checks": results, "measured": measured}, sys.stdout, ensure_ascii=False)


def opened(browser: Browser, root: str, faults: Faults, **context: object) -> Page:
    """The search in a page of its own; whatever its console says is a fault."""
    page = browser.new_context(**context).new_page()
    page.on("pageerror", lambda error: faults.append(fault(SEARCH, str(error))))
    page.on("console", lambda said: faults.append(fault(SEARCH, said.text)) if said.type == "error" else None)
    open_search(page, root)
    return page


def check_folding(root: str, folds: list[str], browser: Browser) -> Faults:
    """Every character is folded as the index folds it."""
    faults: Faults = []
    page = opened(browser, root, faults)
    texts = [fold_example(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000]
    for text, plain, expected in zip(texts, folded(page, texts), folds, strict=True):
        units = plain.encode("utf-16-be").hex()
        if units != expected:
            faults.append(fault(SEARCH, f"{text!r}: {units}, not {expected}"))
    return faults[:20]


def fold_example(code: int) -> str:
    """A character beside Han and Latin and itself; `SearchTests.swift` has the same."""
    return f"人{chr(code)}a{chr(code)}{chr(code)} 1"


def random_substring(draw: random.Random, texts: list[str]) -> str:
    while True:
        text = draw.choice(texts)
        length = draw.randint(2, 6)
        start = draw.randrange(max(1, len(text) - length))
        query = text[start : start + length]
        if len(query) == length and not re.search(r"\s", query):
            return query


def check_substrings(root: Path, addresses: list[str], queries: int, measured: list[str], browser: Browser) -> Faults:
    """A search finds the pages whose text holds what was typed, and no other; those of a folder as those of a server."""
    faults: Faults = []
    paths = [path for path in sorted(root.rglob("*.html")) if not LISTS.search(str(path.relative_to(root)))]
    urls = [str(path.relative_to(root)) for path in paths]
    draw = random.Random(7)
    for address in addresses:
        page = opened(browser, address, faults)
        texts = folded(page, [text_of(path) for path in paths])
        times = []
        for _ in range(queries // len(addresses)):
            query = random_substring(draw, texts)
            began = time.perf_counter()
            got = found(page, query)
            times.append(time.perf_counter() - began)
            wanted = {url for url, text in zip(urls, texts) if query in text}
            if re.fullmatch("[A-Za-z]+", query):
                # What reads so is found as well.
                got = [url for url in got if url in wanted]
            if len(got) != len(set(got)) or set(got) != wanted:
                missing, wrong = sorted(wanted - set(got))[:3], sorted(set(got) - wanted)[:3]
                faults.append(fault(SEARCH, f"{query!r}: {len(got)} of {len(wanted)}; without {missing}, with {wrong}"))
        times.sort()
        measured.append(
            f"{address[:4]}: {len(times)} substrings of 2 to 6 characters over {len(paths)} pages, all results: "
            f"median {1000 * times[len(times) // 2]:.0f} ms, 95 % {1000 * times[len(times) * 19 // 20]:.0f} ms"
        )
        page.context.close()
    return faults[:20]


def check_pinyin(root: str, titles: dict[str, list[str]], table: str, queries: int, browser: Browser) -> Faults:
    """Every word of titles is found by its whole pinyin and by its initials, whichever reading is typed."""
    faults: Faults = []
    page = opened(browser, root, faults)
    readings: dict[str, list[str]] = {}
    for entry in table.split(","):
        syllable = re.match("[a-z]+", entry)[0]
        for character in entry[len(syllable) :]:
            readings.setdefault(character, []).append(syllable)
    draw = random.Random(11)
    wanted: dict[str, set[str]] = {}
    for url in sorted(titles)[:queries]:
        for word in titles[url]:
            if any(character not in readings for character in word):
                continue
            read = [draw.choice(readings[character]) for character in word]
            mixed = "".join(syllable if place % 2 else syllable[0] for place, syllable in enumerate(read))
            for query in ("".join(read), "".join(syllable[0] for syllable in read), mixed):
                wanted.setdefault(query, set()).add(url)
    for query, urls in wanted.items():
        missing = urls - set(found(page, query))
        if missing:
            faults.append(fault(SEARCH, f"{query}: not {sorted(missing)[:3]}, whose words are {titles[min(missing)]}"))
    fixed = "notices/2024/readings.html"
    for query in ("chongqing", "cq", "chongq", "yinhang", "yinyuehui", "yyh", "yinyueh", "cqyh", "chong'qing", "zhongqing"):
        if fixed not in found(page, query):
            faults.append(fault(SEARCH, f"重庆银行音乐会 is not found by {query}"))
    for query in ("kuaiji", "kj", "kuaij", "KUAIJI", "kuai", "kjbb"):
        if "notices/2024/title.html" not in found(page, query):
            faults.append(fault(SEARCH, f"会计报表 is not found by {query}"))
    for query in ("huijie", "kuaijy"):
        if "notices/2024/title.html" in found(page, query):
            faults.append(fault(SEARCH, f"会计报表 is found by {query}"))
    return faults[:20]


def check_queries(root: str, browser: Browser) -> Faults:
    """Ranking, filters, words together, and what is said when nothing holds all of them."""
    faults: Faults = []
    page = opened(browser, root, faults)

    def expect(what: str, is_so: object) -> None:
        if not is_so:
            faults.append(fault(SEARCH, what))

    order = [f"notices/2024/{name}.html" for name in ("title", "heading", "body", "older")]
    expect("title, heading, then the newer", found(page, "会计报表") == order)
    status = page.locator("[data-status]")
    expect("the exact count", "4" in status.inner_text())
    expect("a mark in the title", page.locator(".result-title mark").first.inner_text() == "会计报表")
    expect("a mark in an excerpt", page.locator(".result-excerpt mark").first.inner_text() == "会计报表")
    expect("two words", found(page, "会计报表 核对") == order[2:])
    expect("the same in full width and capitals", found(page, "ＫＵＡＩＪＩ　核对") == found(page, "kuaiji 核对"))
    for query in ("工发〔2024〕12号", "工发[2024]12号", "工发【２０２４】１２号", "2024年8月"):
        expect(f"the number by {query}", "notices/2024/number.html" in found(page, query))
    nearest = found(page, "会计报表 并没有的词语")
    expect("the nearest pages", order[0] in nearest and "最接近" in status.inner_text())
    expect("nothing", found(page, "龘龘龘龘") == [] and "没有" in status.inner_text())
    expect("nothing was typed", found(page, "  　 ") == [])
    hostile = "notices/2024/hostile.html"
    for query in ("<script>alert(1)</script>", '"双引号"', "\\", '引号"和反斜杠\\与<b>'):
        expect(f"the signs {query}", hostile in found(page, query))
    expect("no element of the text", page.locator("[data-results] script, [data-results] b").count() == 0)
    page.select_option("[name=year]", "2024")
    page.wait_for_selector("[data-results][data-done]", state="attached")
    found_2024 = found(page, "院工会")
    expect("pages of the year", found_2024 and all(url.startswith("notices/2024/") for url in found_2024))
    page.select_option("[name=year]", "2023")
    expect("none of another year", order[0] not in found(page, "会计报表"))
    page.select_option("[name=year]", "")
    expect("the kinds", page.locator("[name=kind] option").count() >= 2)
    page.select_option("[name=kind]", "通知公告")
    expect("pages of the kind", found(page, "会计报表") == order)
    return faults


def check_use(folder: str, web: str, browser: Browser) -> Faults:
    """`?q=`, the keyboard, an input method, no script, the field of other pages and of the 404."""
    faults: Faults = []

    def expect(what: str, is_so: object) -> None:
        if not is_so:
            faults.append(fault(SEARCH, what))

    for root in (folder, web):
        page = opened(browser, root, faults)
        for path in ("index.html", "notices/2024/title.html"):
            page.goto(root + path)
            page.fill("#site-search", "会计报表")
            page.press("#site-search", "Enter")
            page.wait_for_selector("[data-results][data-done] [data-url]")
            expect(f"the field of {path}", page.locator("[data-url]").count() == 4)
            expect("the words stand in the field", page.input_value("#search-words") == "会计报表")
    page.focus("#search-words")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect("down goes to the second result", page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('[data-url]')[1]"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect("up goes back to the field", page.evaluate("document.activeElement.id") == "search-words")
    page.keyboard.press("Escape")
    expect("escape empties the field", page.input_value("#search-words") == "" and page.locator("[data-url]").count() == 0)
    page.keyboard.type("kuaijibaobiao")
    page.wait_for_selector("[data-results][data-done] [data-url]")
    expect("results while typing", page.locator("[data-url]").first.get_attribute("data-url") == "notices/2024/title.html")
    expect("the address holds what was typed", "q=kuaijibaobiao" in page.url)
    page.click("[data-url] a")
    expect("a result leads to its page", page.url == web + "notices/2024/title.html")
    open_search(page, web, quote("<img src=x onerror=alert(1)>"))
    expect("an address is no markup", page.locator("main img").count() == 0)
    open_search(page, web, "%E0%A4%A")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(web + "search.html?q=a")
        expect("without script no field that does nothing", page.locator("[data-search]").is_hidden())
        expect("without script the years", page.locator("main a[href='notices/archive/2024.html']").is_visible())
        page.goto(web + "404.html")
        expect("the field of the 404", page.locator("#site-search").count() == 1)
        expect("where that of the 404 leads", page.locator(".search-form").get_attribute("action") == "/search.html")
    return faults


def check_access(root: str, browser: Browser) -> Faults:
    """axe-core finds nothing, targets have 44 px, and nothing is wider than a phone."""
    faults: Faults = []
    for width in (320, 360, 768, 1280):
        for colours in ("light", "dark"):
            viewport = {"width": width, "height": 800}
            page = opened(browser, root, faults, viewport=viewport, color_scheme=colours)
            for query in ("会计报表", "会计报表 并没有的词语", "的"):
                found(page, query)
                if query == "的":
                    break
                for violation in Axe().run(page).response["violations"]:
                    text = f"{violation['id']}: {violation['nodes'][0]['html'][:160]} ({width} px, {colours})"
                    faults.append(fault(SEARCH, text))
            if page.evaluate("document.scrollingElement.scrollWidth") > width:
                faults.append(fault(SEARCH, f"wider than {width} px"))
            for box in page.locator(".search-field:visible, .search-button:visible, select:visible").all():
                size = box.bounding_box()
                if size["height"] < 44 or size["width"] < 44:
                    faults.append(fault(SEARCH, f"{box.evaluate('one => one.outerHTML')[:80]} has {size} at {width} px"))
            page.context.close()
    return faults


# Types a query, and tells what was loaded and when until ten results stood, or all of them.
TYPED = """query => new Promise(resolve => {
  const field = document.querySelector('[data-search] [name=q]');
  const output = document.querySelector('[data-results]');
  const loaded = [];
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
    if (node.src) loaded.push(new URL(node.src).pathname);
  }))).observe(document.head, { childList: true });
  const began = performance.now();
  const watch = new MutationObserver(() => {
    const count = output.querySelectorAll('[data-url]').length;
    if (count < 10 && !output.hasAttribute('data-done')) return;
    watch.disconnect();
    resolve([performance.now() - began, loaded]);
  });
  watch.observe(output, { childList: true, attributes: true });
  field.value = query;
  field.dispatchEvent(new Event('input'));
})"""


def check_cost(root: Path, addresses: list[str], measured: list[str], browser: Browser) -> Faults:
    """What a first query of four characters loads until ten results stand; each in a browser that has loaded nothing."""
    faults: Faults = []
    draw = random.Random(3)
    texts = [text_of(path) for path in draw.sample(sorted(root.glob("notices/2*/*.html")), 60)]
    texts = [re.sub(r"[^\u4e00-\u9fff\n]", "\n", text) for text in texts]
    queries: list[str] = []
    while len(queries) < 30:
        query = random_substring(draw, texts)
        if len(query) == 4:
            queries.append(query)
    core = (root / "search/core.js").stat().st_size
    for address in addresses:
        costs = []
        for query in queries:
            page = opened(browser, address, faults)
            # Nobody types before the page has come to rest.
            page.wait_for_timeout(300)
            milliseconds, loaded = page.evaluate(TYPED, query)
            size = core + sum((root / "search" / path.split("/search/")[1]).stat().st_size for path in loaded)
            costs.append((size, milliseconds))
            page.context.close()
        sizes, times = sorted(cost[0] for cost in costs), sorted(cost[1] for cost in costs)
        middle, most = len(costs) // 2, len(costs) * 19 // 20
        measured.append(
            f"{address[:4]}: a first query of 4 characters until ten results stand: median {sizes[middle] // 1000} KB and "
            f"{times[middle]:.0f} ms, 95 % {sizes[most] // 1000} KB and {times[most]:.0f} ms, most {sizes[-1] // 1000} KB"
        )
        if sizes[middle] > 120_000:
            faults.append(fault(SEARCH, f"half of the queries load {sizes[middle]} bytes and more"))
    files = list((root / "search").rglob("*.js"))
    index = sum(path.stat().st_size for path in files if path.parent.name == "search")
    texts_size = sum(path.stat().st_size for path in files) - index
    measured.append(f"index {index / 1e6:.2f} MB, texts {texts_size / 1e6:.2f} MB, {len(files)} files")
    return faults


if __name__ == "__main__":
    main()
