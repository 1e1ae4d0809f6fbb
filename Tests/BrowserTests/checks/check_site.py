"""Checks a built site: `check_site.py SITE CONTENT` prints as JSON what each check found.

{"links": [{"page": "notices/a.html", "text": "…"}], …}: an empty list is a check that passed.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from site_files import Site, fault

Faults = list[dict[str, str]]


def main() -> None:
    site = Site(Path(sys.argv[1]).resolve())
    content = Path(sys.argv[2]).resolve()
    results: dict[str, Faults] = {}
    with ThreadPoolExecutor() as others:
        # The HTML checker is a process of its own and runs beside the browser.
        html = others.submit(attempt, lambda: nu_html_checker(site))
        results["links"] = attempt(lambda: links(site))
        results["hosts"] = attempt(lambda: hosts(site))
        results["bodies"] = attempt(lambda: bodies(site, content))
        results.update(browser_checks(site))
        results["html"] = html.result()
    json.dump(results, sys.stdout, ensure_ascii=False)


def attempt(check: Callable[[], Faults]) -> Faults:
    """A check that could not be carried out has not passed."""
    try:
        return check()
    except Exception:
        return [fault("", traceback.format_exc(limit=-4))]


# Each check imports what it needs by itself, so that one missing part fails one check.


def links(site: Site) -> Faults:
    from links import check_links

    return check_links(site)


def hosts(site: Site) -> Faults:
    from links import check_hosts

    return check_hosts(site)


def bodies(site: Site, content: Path) -> Faults:
    from bodies import check_bodies

    return check_bodies(site, content)


def nu_html_checker(site: Site) -> Faults:
    from html_checker import check_html

    return check_html(site)


def browser_checks(site: Site) -> dict[str, Faults]:
    names = ("axe", "phone", "script", "keyboard", "print")
    results: dict[str, Faults] = {}

    def run() -> Faults:
        import browser as checks
        from sample import sample_pages

        shapes = sample_pages(site)
        results["shapes"] = [fault("", f"no {shape}") for shape, path in shapes.items() if path not in site.pages]
        paths = [path for path in dict.fromkeys(shapes.values()) if path in site.pages]
        notices = [path for path in paths if path.startswith("notices/2")]
        with checks.chromium() as browser:
            results["axe"] = attempt(lambda: checks.check_axe(browser, site, paths))
            results["phone"] = attempt(lambda: checks.check_phone_width(browser, site, paths))
            results["script"] = attempt(lambda: checks.check_without_script(browser, site, paths))
            results["keyboard"] = attempt(lambda: checks.check_keyboard(browser, site, paths))
            results["print"] = attempt(lambda: checks.check_print(browser, site, notices))
        return []

    broken = attempt(run)
    for name in ("shapes", *names):
        results.setdefault(name, broken or [fault("", "was not carried out")])
    return results


if __name__ == "__main__":
    main()
