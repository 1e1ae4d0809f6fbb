"""Whether a page stays as it is while the rest of it is still on its way."""

from __future__ import annotations

import http.server
import re
import threading
import time
from functools import partial

from playwright.sync_api import Browser

import reader
import visits
from reading import DESKTOP, PHONE, SMALL_PHONE, TABLET
from sample import sample_pages
from search_page import Quiet
from site_files import Site, fault
from visits import Setting

Faults = list[dict[str, str]]

# The pages whose tables and strips are laid out by what the site itself puts into them, and that of a year's accounts.
PATHS = ["index.html", "finance/index.html", "summary/index.html", "plans/index.html"]

# Each layout of the masthead.
SETTINGS = [
    Setting(DESKTOP),
    Setting(TABLET),
    Setting(TABLET, {"type": "huge"}),
    Setting(PHONE),
    Setting(SMALL_PHONE),
    Setting(SMALL_PHONE, {"type": "large"}),
]

# How much may move: a column that widens by some pixels for its next number, and no button or line.
LEAST = 0.005

# In bytes: so many come at once, each for longer than a frame takes.
PIECE = 1200
PAUSE = 0.03


def pieces_of(data: bytes) -> list[bytes]:
    """A page in the order in which it arrives."""
    head, main = data.find(b"<body"), data.find(b"<main")
    lines = (head + line.end() for line in re.finditer(b"\n", data[head:main]))
    ends = [head, *lines, *range(main, len(data), PIECE), len(data)]
    return [data[start:end] for start, end in zip([0, *ends], ends) if start < end]


def check_arriving(browser: Browser, site: Site) -> Faults:
    """Nothing that was painted moves when what stands behind it arrives: the masthead line by line, the rest in pieces."""

    class Slow(Quiet):
        def copyfile(self, source, outputfile) -> None:
            data = source.read()
            pieces = pieces_of(data) if data.startswith(b"<!DOCTYPE") else [data]
            for piece in pieces:
                outputfile.write(piece)
                outputfile.flush()
                if len(pieces) > 1:
                    time.sleep(PAUSE)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=str(site.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults = []
    accounts = sample_pages(site)["year's accounts"]
    try:
        for setting in SETTINGS:
            with visits.opened(browser, setting) as (page, _):
                for path in PATHS + ([accounts] if accounts else []):
                    page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
                    faults += [
                        fault(path, f"{text} while it arrives ({setting})") for text in reader.moved(page, LEAST)
                    ]
    finally:
        server.shutdown()
    return faults
