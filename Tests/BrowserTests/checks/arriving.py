"""Whether a page stays as it is while the rest of it is still on its way."""

from __future__ import annotations

import http.server
import threading
import time
from functools import partial

from playwright.sync_api import Browser

import reader
from reading import DESKTOP, PHONE
from search_page import Quiet
from site_files import Site, fault

Faults = list[dict[str, str]]

# The pages whose tables and strips are laid out by what the site itself puts into them.
PATHS = ("index.html", "finance/index.html", "summary/index.html", "plans/index.html")

# In bytes: so many come at once, each for longer than a frame takes.
PIECE = 1200
PAUSE = 0.03


def check_arriving(browser: Browser, site: Site) -> Faults:
    """Nothing that was painted moves when what stands behind it arrives. The first piece holds the masthead."""

    class Slow(Quiet):
        def copyfile(self, source, outputfile) -> None:
            data = source.read()
            start = data.find(b"<main") if data.startswith(b"<!DOCTYPE") else len(data)
            pieces = [data[:start], *(data[i : i + PIECE] for i in range(start, len(data), PIECE))]
            for piece in pieces:
                outputfile.write(piece)
                outputfile.flush()
                if len(pieces) > 1:
                    time.sleep(PAUSE)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=str(site.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults = []
    try:
        for viewport in (DESKTOP, PHONE):
            with browser.new_context(viewport=viewport) as context:
                page = context.new_page()
                for path in PATHS:
                    page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
                    faults += [
                        fault(path, f"{text} while it arrives ({viewport['width']} px)") for text in reader.moved(page)
                    ]
    finally:
        server.shutdown()
    return faults
