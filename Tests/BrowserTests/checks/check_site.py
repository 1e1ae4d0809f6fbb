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

# The checks of what those need who see badly, or use no mouse, or hear pages read.
ACCESSIBLE = {
    "axe", "contrast", "choices", "phone", "lines", "targets", "tables", "words", "menu", "keyboard", "shift", "voice",
    "script",
}  # fmt: skip


def main() -> None:
    site = Site(Path(sys.argv[1]).resolve())
    content = Path(sys.argv[2]).resolve()
    results: dict[str, Faults] = {}
    with ThreadPoolExecutor() as others:
        # The HTML checker is a process of its own and runs beside the browser.
        html = others.submit(attempt, lambda: nu_html_checker(site))
        results["links"] = attempt(lambda: links(site))
        results["hosts"] = attempt(lambda: hosts(site))
        results["old_browsers"] = attempt(lambda: old_browsers(site))
        results["bodies"] = attempt(lambda: bodies(site, content))
        results.update(browser_checks(site))
        results["html"] = html.result()
    results["claims"] = attempt(lambda: claims(site, results))
    json.dump(results, sys.stdout, ensure_ascii=False)


def attempt(check: Callable[[], Faults]) -> Faults:
    """A check that could not be carried out has not passed."""
    try:
        return check()
    except Exception:
        return [fault("", traceback.format_exc(limit=-4))]


# Each check imports what it needs by itself, so that one missing part fails one check.


def claims(site: Site, results: dict[str, Faults]) -> Faults:
    """What the site says of its accessibility is what was checked of it and held, no more and no less."""
    path = "accessibility.html"
    claimed = [element.attributes["data-claim"] for element in site.pages[path].find(attribute="data-claim")]
    faults = [fault(path, f"claims {name}, which does not hold") for name in claimed if results.get(name) != []]
    return faults + [fault(path, f"does not claim {name}") for name in sorted(ACCESSIBLE - set(claimed))]


def links(site: Site) -> Faults:
    from links import check_links

    return check_links(site)


def hosts(site: Site) -> Faults:
    from links import check_hosts

    return check_hosts(site)


def old_browsers(site: Site) -> Faults:
    from old_browsers import check_old_browsers

    return check_old_browsers(site)


def bodies(site: Site, content: Path) -> Faults:
    from bodies import check_bodies

    return check_bodies(site, content)


def nu_html_checker(site: Site) -> Faults:
    from html_checker import check_html

    return check_html(site)


def browser_checks(site: Site) -> dict[str, Faults]:
    names = (
        "axe", "phone", "script", "keyboard", "print", "words", "menu", "tables",
        "targets", "contrast", "lines", "shift", "choices", "voice", "board", "loading", "faces",
    )  # fmt: skip
    results: dict[str, Faults] = {}

    def run() -> Faults:
        import arriving
        import board
        import browser as checks
        import faces
        import loading
        import reader
        import visits
        from sample import sample_pages

        shapes = sample_pages(site)
        results["shapes"] = [fault("", f"no {shape}") for shape, path in shapes.items() if path not in site.pages]
        paths = [path for path in dict.fromkeys(shapes.values()) if path in site.pages]
        notices = [path for path in paths if path.startswith("notices/2")]
        with checks.chromium() as browser:
            for faults in (
                visits.check_visits(browser, site, paths),
                visits.check_without_script(browser, site, paths),
                visits.check_phone(browser, site),
            ):
                for name, own in faults.items():
                    results[name] = results.get(name, []) + own
            for name in ("choices", "voice"):
                check = getattr(reader, f"check_{name}")
                results[name] = attempt(lambda: check(browser, site, paths))
            results["shift"] += attempt(lambda: arriving.check_arriving(browser, site))
            results["loading"] += attempt(lambda: loading.check_loading(browser, site, paths))
            results["board"] = attempt(lambda: board.check_board(browser, site))
            results["faces"] = attempt(lambda: faces.check_faces(browser, site))
            results["print"] = attempt(lambda: checks.check_print(browser, site, notices))
        return []

    broken = attempt(run)
    for name in ("shapes", *names):
        results.setdefault(name, broken or [fault("", "was not carried out")])
    return results


if __name__ == "__main__":
    main()
