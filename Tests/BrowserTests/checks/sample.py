"""The pages that a browser opens: one of each shape that the sample site has."""

from __future__ import annotations

from collections.abc import Callable

from site_files import Page, Site

Test = Callable[[Page], object]


def sample_pages(site: Site) -> dict[str, str | None]:
    """Shape to path, None for a shape that no page has. Chosen by what a page holds, so that content may change."""
    return {
        "home": "index.html",
        "noticeboard": "notices/index.html",
        "notice with an open public review": first(site, "notices/2", has_open_publicity),
        "notice with a table": first(
            site, "notices/2", lambda page: body_has(page, "table") and not has_open_publicity(page)
        ),
        "notice with attachments": first(site, "notices/2", lambda page: page.find(class_="attachments")),
        "notice with a photograph": first(site, "notices/2", lambda page: page.find(class_="photo")),
        "activity with results": first(site, "activities/2", lambda page: page.find(class_="results")),
        "honour roll": "honours/index.html",
        "tag page": max(
            (path for path in site.pages if path.startswith("tags/") and path != "tags/index.html"),
            key=lambda path: (len(site.pages[path].find(class_="row")), path),
            default=None,
        ),
        "tag index": "tags/index.html",
        "page with a table of contents": first(site, "pages/", lambda page: page.find(class_="toc")),
        "archive": first(site, "notices/archive/", lambda page: True),
        "summary": first(site, "summary/", lambda page: page.find(class_="basis")),
        "statistics": "summary/index.html",
        "year's plan": first(site, "plans/", lambda page: page.find(class_="plan-month")),
        "list of plans": "plans/index.html",
        "record with facts, figures and tables": first(
            site,
            "congress/2",
            lambda page: all(page.find(class_=part) for part in ("facts", "figures", "tabled")),
        ),
        "list below totals": "visits/index.html",
        "list of wide tables": "matters/index.html",
        "year's accounts": first(site, "finance/2", lambda page: page.find(class_="form-table")),
        "account with its entries": first(site, "finance/2", lambda page: page.find(class_="entries")),
        "accessibility": "accessibility.html",
        "search": "search.html",
        "not found": "404.html",
    }


def first(site: Site, folder: str, test: Test) -> str | None:
    """The longest page of the folder that passes: a long one shows more."""
    passed = [page for path, page in site.pages.items() if path.startswith(folder) and test(page)]
    return max(passed, key=lambda page: (len(page.elements), page.path)).path if passed else None


def has_open_publicity(page: Page) -> bool:
    return any("publicity-ended" not in section.classes for section in page.find(class_="publicity"))


def body_has(page: Page, tag: str) -> bool:
    def is_inside(element) -> bool:
        while element is not None:
            if "data-body" in element.attributes:
                return True
            element = element.parent
        return False

    return any(is_inside(element) for element in page.find(tag))
