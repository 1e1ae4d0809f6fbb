"""Drives search.html of a built site, and says what a search must find by looking into every page."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Page

UNREAD = {"nav", "script", "style", "svg", "button", "form", "template"}
VOID = {"br", "hr", "img", "input", "wbr"}
INLINE = set(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u var wbr"
    .split()
)


@dataclass
class Shown:
    """What a reader sees in the main part of a page."""

    title: str = ""
    text: str = ""
    hidden: int = 0
    stack: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Takes the text out of a page, blocks parted by line ends."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.in_main = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.in_main = True
        if tag not in INLINE or ("rel", "tag") in attributes:
            self.shown.text += "\n"
        if tag in VOID:
            return
        is_unread = tag in UNREAD or any(name == "hidden" for name, _ in attributes)
        self.shown.stack.append(tag if is_unread else "")
        self.shown.hidden += is_unread

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.in_main = False
        if self.shown.stack and self.shown.stack.pop():
            self.shown.hidden -= 1
        if tag not in INLINE or tag == "a":
            self.shown.text += "\n" if tag not in INLINE else ""

    def handle_data(self, data: str) -> None:
        if self.in_main and not self.shown.hidden:
            self.shown.text += data


def text_of(page: Path) -> str:
    reader = Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.shown.text


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Keeps connections, and sends at once, as nginx does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over HTTP, at a path below the server's root."""
    handler = partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def open_search(page: Page, root: str, query: str = "") -> None:
    page.goto(f"{root}search.html" + (f"?q={query}" if query else ""))
    page.wait_for_selector("[data-results][data-done]", state="attached")


def found(page: Page, query: str) -> list[str]:
    """The pages that a search finds, in their order."""
    return page.evaluate(
        """query => new Promise(resolve => {
          const field = document.querySelector('[data-search] [name=q]');
          const output = document.querySelector('[data-results]');
          field.value = query;
          field.form.dispatchEvent(new Event('submit', { cancelable: true }));
          const timer = setInterval(() => {
            if (!output.hasAttribute('data-done')) return;
            clearInterval(timer);
            resolve([...output.querySelectorAll('[data-url]')].map(item => item.getAttribute('data-url')));
          }, 2);
        })""",
        query,
    )


def folded(page: Page, texts: list[str]) -> list[str]:
    return page.evaluate("texts => texts.map(text => banbaoSearch.fold(text))", texts)
