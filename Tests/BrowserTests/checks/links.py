"""Whether everything that a page refers to is there, opened from a folder without a server."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from site_files import Element, Page, Site, fault

# Attributes that hold one URL.
URL_ATTRIBUTES = ("href", "src", "poster", "data")
# Schemes that leave the site on purpose, where a reader follows a link.
OUTSIDE = {"http", "https", "mailto", "tel"}
CSS_URL = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")


def check_links(site: Site) -> list[dict[str, str]]:
    """Every link, source and fragment of every page names a file or an element that exists."""
    faults = []
    for page in site.pages.values():
        for element, url in references(page):
            problem = wrong_target(site, page, element, url)
            if problem:
                faults.append(fault(page.path, f"<{element.tag}> {url}: {problem}"))
    return faults


def check_hosts(site: Site) -> list[dict[str, str]]:
    """No page or style sheet fetches from another host, and none starts a path at the server's root."""
    faults = []
    for page in site.pages.values():
        for element, url in references(page):
            parts = urlsplit(url)
            # The page for what is missing is shown at any depth.
            is_rooted = parts.path.startswith("/") and page.path != "404.html"
            if not parts.scheme and not parts.netloc and is_rooted:
                faults.append(fault(page.path, f"<{element.tag}> {url}: the path is absolute"))
            elif (parts.netloc or parts.scheme) and is_fetched(element):
                faults.append(fault(page.path, f"<{element.tag}> {url}: fetched from elsewhere"))
    for path in sorted(path for path in site.files if path.endswith(".css")):
        for url in CSS_URL.findall((site.root / path).read_text(encoding="utf-8")):
            if not url.startswith("data:") and (urlsplit(url).netloc or url.startswith("/")):
                faults.append(fault(path, f"{url}: fetched from elsewhere"))
    return faults


def references(page: Page):
    """The elements of a page that refer to something, each with the URL as it is written."""
    for element in page.elements:
        for name in URL_ATTRIBUTES:
            if name in element.attributes:
                yield element, element.attributes[name]
        for candidate in element.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]


def is_fetched(element: Element) -> bool:
    """Whether a browser loads the reference by itself; a link that a reader follows is not."""
    if element.tag in ("a", "area"):
        return False
    relation = element.attributes.get("rel", "").split()
    return element.tag != "link" or not {"canonical", "alternate", "prev", "next"} & set(relation)


def wrong_target(site: Site, page: Page, element: Element, url: str) -> str:
    if not url.strip():
        return "an empty address leads back to the page itself"
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return "" if parts.scheme in OUTSIDE else f"the scheme {parts.scheme or '//'} is not expected"
    if parts.path.startswith("/"):
        return ""  # `check_hosts` speaks of it.
    if re.search(r"[^!-~]", parts.path):
        return "the path has characters that a URL must encode"
    path = page.path
    if parts.path:
        folder = posixpath.dirname(page.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path, errors="strict")))
        if path not in site.files:
            near = [file for file in site.files if file.lower() == path.lower()]
            return f"only {near[0]} is there, in another case" if near else "no such file"
    if parts.fragment and path in site.pages:
        if unquote(parts.fragment) not in site.pages[path].ids:
            return "no element there has this id"
    if not url and element.tag != "a":
        return "an empty URL"
    return ""
