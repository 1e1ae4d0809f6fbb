"""Whether pages load what they need and nothing else, under their own policy: from a folder, below a path of a server, and
where a page is missing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from search_page import Quiet, served
from site_files import Site, fault

Faults = list[dict[str, str]]

# Whether the styles of the page have been taken: no browser gives a page a ground of its own.
IS_STYLED = "getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'"


def check_loading(browser: Browser, site: Site, paths: list[str]) -> Faults:
    """Below a path of a server, and where a page is missing; `visits.py` opens the pages from a folder."""
    own = [path for path in paths if path != "404.html"] + ["board.html"]
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        faults = loaded(page, said, asked, site.url("board.html"), "board.html")
        with served(site.root.parent) as web:
            for path in own:
                faults += loaded(page, said, asked, f"{web}{site.root.name}/{path}", path)
        with missing_pages(site) as web:
            for path in ("gone.html", "notices/2026/gone.html", "notices/2026/a/b/gone.html"):
                faults += loaded(page, said, asked, web + path, "404.html", is_missing=True)
    return faults


def loaded(page: Page, said: list[str], asked: list[str], address: str, path: str, *, is_missing: bool = False) -> Faults:
    said.clear()
    asked.clear()
    page.goto(address)
    said += [f"asks for {url}" for url in asked if is_foreign(url, address)]
    if not page.evaluate(IS_STYLED):
        said.append("has no styles")
    for target in page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)") if is_missing else []:
        if not page.request.get(target).ok:
            said.append(f"leads to {target}, which is missing")
    # The browser says of the missing page itself that it is missing.
    return [fault(path, f"{address}: {text}") for text in said if not (is_missing and "status of 404" in text)]


def is_foreign(address: str, page: str) -> bool:
    parts, own = urlsplit(address), urlsplit(page)
    return parts.scheme not in ("data", "blob") and (parts.scheme, parts.netloc) != (own.scheme, own.netloc)


@contextmanager
def missing_pages(site: Site) -> Iterator[str]:
    """The site over HTTP as the settings for servers that come with banbao have it: what is missing is answered by 404.html."""
    text = (site.root / "404.html").read_bytes()

    class Handler(Quiet):
        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
