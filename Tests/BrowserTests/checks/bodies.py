"""Whether a record's page holds its text, the whole of it and nothing else, in the `data-body` element."""

from __future__ import annotations

import subprocess
from pathlib import Path

from site_files import Page, Site, fault, squeezed


def check_bodies(site: Site, content: Path) -> list[dict[str, str]]:
    """The one `data-body` element of a record's page says what cmark-gfm makes of the record's Markdown."""
    faults = []
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).with_suffix(".html").as_posix()
        page = site.pages.get(path)
        # Drafts and what is not yet due have no page.
        if page is None:
            continue
        bodies = page.find(attribute="data-body")
        expected = rendered_text(file)
        if len(bodies) != (1 if expected else 0):
            faults.append(fault(path, f"{len(bodies)} elements with data-body"))
        elif expected:
            text = bodies[0].text
            # The type and size of a file that is linked to are banbao's own words.
            for note in page.find(class_="link-note"):
                text = text.replace(note.text, "", 1)
            difference = first_difference(comparable(text), expected)
            if difference:
                faults.append(fault(path, difference))
    for page in site.pages.values():
        if len(page.find(attribute="data-body")) > 1:
            faults.append(fault(page.path, "more than one element with data-body"))
    return faults


def rendered_text(file: Path) -> str:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    end = next(index for index, line in enumerate(lines) if index and line.rstrip() == "---")
    names = ("table", "autolink", "strikethrough", "tasklist", "footnotes")
    extensions = [word for name in names for word in ("-e", name)]
    html = subprocess.run(
        ["cmark-gfm", *extensions],
        input="\n".join(lines[end + 1 :]),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return comparable(Page("", f"<div>{html}</div>").elements[0].text)


def comparable(text: str) -> str:
    """Without white space, and without `*`: stock cmark-gfm does not embolden Chinese where banbao does."""
    return squeezed(text).replace("*", "")


def first_difference(actual: str, expected: str) -> str:
    if actual == expected:
        return ""
    shared = next(
        (index for index, pair in enumerate(zip(actual, expected)) if pair[0] != pair[1]),
        min(len(actual), len(expected)),
    )
    start = max(0, shared - 10)
    return f"says “{actual[start:shared + 20]}”, the Markdown says “{expected[start:shared + 20]}”"
