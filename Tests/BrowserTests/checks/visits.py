"""Opens each kind of page once in each of four settings, and asks there all that is asked of it.

Opening pages is what takes the time. Every width, every colour scheme and every size of type is in one of the settings, and
what depends on one of them alone is asked in each; `BANBAO_SETTINGS=all` opens the pages in every width with every scheme.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

import browser as basics
import reader
import reading
from reading import DESKTOP, PHONE, SMALL_PHONE, TABLET, VIEWPORTS
from site_files import Site, fault

Faults = list[dict[str, str]]


@dataclass(frozen=True)
class Setting:
    """A screen, and what its reader chose before."""

    viewport: dict[str, int]
    chosen: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return ", ".join([f"{self.viewport['width']} px", *self.chosen.values()])


SETTINGS = [
    Setting(DESKTOP),
    Setting(TABLET, {"type": "huge", "colours": "dark"}),
    Setting(PHONE, {"type": "large", "colours": "contrast", "pointer": "large", "ruler": "on"}),
    Setting(SMALL_PHONE),
]

EVERY_SETTING = [
    Setting(viewport, chosen)
    for viewport in VIEWPORTS
    for chosen in ({}, {"colours": "dark"}, {"colours": "contrast"}, {"type": "large"}, {"type": "huge"})
]

# Before the first script of any page: what a reader chose on another.
CHOOSE = "for (const [name, value] of Object.entries(%s)) localStorage.setItem('banbao-' + name, value);"

Check = Callable[[Page, Setting, Site, str], list[str]]


def check_visits(browser: Browser, site: Site, paths: list[str]) -> dict[str, Faults]:
    """The faults by the names of the checks."""
    # In this order: what moved while the page was opened, what leaves it as it is, what presses its buttons.
    checks: dict[str, Check] = {
        "shift": lambda page, *_: reader.moved(page),
        "axe": lambda page, *_: basics.violations(page),
        "contrast": lambda page, setting, *_: reader.faint(page, schemes(setting)),
        # Half a screen down at most, in whatever size of type; `check_phone` asks for more in the usual one.
        "words": lambda page, setting, *_: reading.late_words(page, setting.viewport["height"] / 2),
        "lines": lambda page, *_: page.evaluate(reading.LINES),
        "phone": lambda page, setting, _, path: basics.too_wide(page, setting.viewport["width"], is_styled(path)),
        "keyboard": lambda page, setting, _, path: basics.lost_focus(page) if has_keyboard(setting, path) else [],
        "targets": lambda page, setting, *_: reader.small_targets(page, 60 if "type" in setting.chosen else 44)
        if setting.viewport is not DESKTOP
        else [],
    }
    unstyled = {"axe", "phone", "keyboard"}
    results: dict[str, Faults] = {name: [] for name in [*checks, "loading"]}
    for setting in EVERY_SETTING if os.environ.get("BANBAO_SETTINGS") == "all" else SETTINGS:
        with opened(browser, setting) as (page, said):
            for path in paths:
                page.goto(site.url(path))
                for name, check in checks.items():
                    if is_styled(path) or name in unstyled:
                        texts = attempted(lambda: check(page, setting, site, path))
                        results[name] += [fault(path, f"{text} ({setting})") for text in texts]
                results["loading"] += [fault(path, text) for text in said if is_styled(path)]
                said.clear()
    return results


def check_without_script(browser: Browser, site: Site, paths: list[str]) -> dict[str, Faults]:
    """What a page without its scripts shows, and whether its menu opens."""
    results: dict[str, Faults] = {"script": [], "menu": [], "tables": []}
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:
        page = context.new_page()
        for path in paths:
            page.set_viewport_size(DESKTOP)
            page.goto(site.url(path))
            texts = attempted(lambda: basics.hidden_without_script(page, site.pages[path]))
            results["script"] += [fault(path, text) for text in texts]
            for viewport in VIEWPORTS if is_styled(path) else ():
                page.set_viewport_size(viewport)
                texts = attempted(lambda: reading.menu_faults(page, viewport))
                results["menu"] += [fault(path, f"{text} ({viewport['width']} px)") for text in texts]
                if viewport is PHONE:
                    results["tables"] += [fault(path, text) for text in attempted(lambda: reading.hidden_cells(page))]
    return results


def check_phone(browser: Browser, site: Site) -> dict[str, Faults]:
    """Where a phone shows the first words of a page, and whether it shows what the tables hold."""
    results: dict[str, Faults] = {"words": [], "tables": []}
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        for path in filter(is_styled, site.kinds):
            page.goto(site.url(path))
            results["words"] += [fault(path, text) for text in attempted(lambda: reading.late_words(page, 200))]
            if site.pages[path].find("table"):
                results["tables"] += [fault(path, text) for text in attempted(lambda: reading.hidden_cells(page))]
    return results


def schemes(setting: Setting) -> list[str]:
    """Colours depend on no width: all of them are looked at in one setting, and in each other one its own."""
    return ["light", "dark", "contrast"] if setting == SETTINGS[0] else [setting.chosen.get("colours", "light")]


def has_keyboard(setting: Setting, path: str) -> bool:
    """The search begins in its field, where its reader wants to type."""
    return setting.viewport is DESKTOP and path != "search.html"


def is_styled(path: str) -> bool:
    """A page for what is missing that knows no address of its site brings neither styles nor choices."""
    return path != "404.html"


def attempted(check: Callable[[], list[str]]) -> list[str]:
    """A check that could not be carried out has not passed, and does not keep others from being carried out."""
    try:
        return check()
    except Exception:
        return [traceback.format_exc(limit=-4)]


@contextmanager
def opened(browser: Browser, setting: Setting) -> Iterator[tuple[Page, list[str]]]:
    """A page in a setting, and what its console says and what it asks of other hosts."""
    said: list[str] = []
    with browser.new_context(viewport=setting.viewport) as context:
        context.add_init_script(CHOOSE % json.dumps(setting.chosen))
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("request", lambda asked: said.append(f"asks for {asked.url}") if asked.url.startswith("http") else None)
        yield page, said
