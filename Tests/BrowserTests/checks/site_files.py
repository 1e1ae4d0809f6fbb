"""A built site on disk: its pages as parsed HTML, with what each refers to."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

# Elements that have no end tag.
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input",
    "link", "meta", "source", "track", "wbr",
}  # fmt: skip


@dataclass
class Element:
    """One element of a page; its text is that of all it holds."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """One page: its elements in document order."""

    def __init__(self, path: str, text: str):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data):
        for element in self._open:
            element.texts.append(data)

    def find(self, tag: str = "", class_: str = "", attribute: str = "") -> list[Element]:
        return [
            element
            for element in self.elements
            if (not tag or element.tag == tag)
            and (not class_ or class_ in element.classes)
            and (not attribute or attribute in element.attributes)
        ]

    @property
    def ids(self) -> set[str]:
        return {e.attributes["id"] for e in self.elements if "id" in e.attributes}

    @property
    def heading(self) -> str:
        """The page's title as its one h1 says it, without the second language."""
        for h1 in self.find("h1"):
            text = h1.text
            for other in self.find("span", class_="other"):
                if other.parent is h1:
                    text = text.replace(other.text, "")
            return text.strip()
        return ""


class Site:
    """The files of a published folder. Paths are relative to it, with `/`."""

    def __init__(self, root: Path):
        self.root = root
        self.files: set[str] = set()
        for folder, _, names in os.walk(root):
            for name in names:
                self.files.add((Path(folder) / name).relative_to(root).as_posix())
        self.pages = {
            path: Page(path, (root / path).read_text(encoding="utf-8"))
            for path in sorted(self.files)
            if path.endswith(".html")
        }

    @cached_property
    def kinds(self) -> list[str]:
        """Of the pages that are built of the same parts the longest one."""
        longest: dict[frozenset[tuple[str, str]], Page] = {}
        for page in self.pages.values():
            parts = frozenset((element.tag, name) for element in page.elements for name in element.classes or [""])
            if parts not in longest or len(page.elements) > len(longest[parts].elements):
                longest[parts] = page
        return sorted(page.path for page in longest.values())

    def url(self, path: str) -> str:
        return (self.root / path).as_uri()


def squeezed(text: str) -> str:
    """The text without white space, which line breaks and layout change."""
    return "".join(text.split())


def fault(page: str, text: str) -> dict[str, str]:
    """What a check found wrong, and on which page."""
    return {"page": page, "text": text}
