"""Holds the JSON Schemas against records: `check_schemas.py SCHEMAS CONTENT` prints the faults as a JSON list.

SCHEMAS is what `banbao schema` prints. Every record of the sample content must be valid, every wrong one below not.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from site_files import fault

FOLDERS = {
    "notices": "notice", "activities": "activity", "honours": "honour", "congress": "congress", "matters": "matter",
    "meetings": "meeting", "training": "training", "visits": "visit", "benefits": "benefit", "plans": "plan",
    "committee": "committee", "membership": "membership", "rules": "rule", "pages": "page", "holidays": "holidays",
}

NOTICE = "title: 春节放假\ndate: 2026-02-01\nkind: 通知\n"

# A schema, a record that it must refuse, and why.
WRONG = [
    ("notice", "title: 春节放假\ndate: 2026-02-01\n", "kind is missing"),
    ("notice", NOTICE + "标题: 又一个\n", "one key under both names"),
    ("notice", NOTICE + "titel: 春节\n", "an unknown key"),
    ("notice", "title: 春节\ndate: 二月一日\nkind: 通知\n", "a day in words"),
    ("notice", "title: 春节\ndate: 2026-02-01\nkind: 通告\n", "a word outside the choices"),
    ("notice", NOTICE + "tags: 放假\n", "a text where a list must stand"),
    ("notice", NOTICE + "draft: yes\n", "yes is a text"),
    ("notice", NOTICE + "publicity: {to: 2026-02-09}\n", "a demanded key within a record is missing"),
    ("notice", NOTICE + "attachments: [{title: 表}]\n", "an attachment without a file"),
    ("activity", "标题: 拔河\n日期: 2026-03-01\n类别: 文体\n参加人数: 很多\n", "a count in words"),
    ("activity", "标题: 拔河\n日期: 2026-03-01\n类别: 文体\n经费: {金额: 一千}\n", "an amount in words"),
    ("membership", "title: 会员\ndate: 2026-06-30\nperiod: 上半\nopening: 1\njoined: 1\nclosing: 2\n", "no period"),
    ("plan", "title: 计划\ndate: 2026-01-01\nyear: 2026\nitems: [{when: 2026-03-01}]\n", "an item without a title"),
    ("site", "title: 板报\n", "union is missing"),
    ("site", "title: 板报\nunion: 工会\nprivacy: {names: all}\n", "an unknown mask"),
    ("site", "title: 板报\nunion: 工会\nletterhead: 工会文件\n", "a text where keys must stand"),
    ("book", "standard: 2020\n", "an unknown standard"),
    ("book", "budget: [{account: 50102}]\n", "a budget line without an amount"),
    ("limits", "limits: [{rule: 患病慰问, from: 2025-01-01, amount: 1000}]\n", "a limit without a unit"),
    ("holidays", "off: 春节\n", "days off in words"),
]

# The same key in either language, and what counts as left out.
RIGHT = [
    ("notice", "标题: 春节放假\n日期: 2026年2月1日\n类别: 通知\n"),
    ("notice", NOTICE + "summary:\ntags: ~\n"),
    ("notice", "title: 2026\ndate: 2026/2/1\nkind: 通知\n"),
    ("visit", "title: 看望\ndate: 2026-02-01\nkind: 患病\namount: 待补\n"),
    ("activity", "title: 拔河\ndate: 2026-03-01/2026-03-02\nkind: 文体\ncost: {amount: '12,118.40', vouchers: 付-1、付-2}\n"),
    ("plan", "title: 计划\ndate: 2026-01-01\nyear: 2026\nitems: [{title: 体检, when: 2026-07/2026-08}]\n"),
    ("plan", "title: 计划\ndate: 2026-01-01\nyear: 2026\nitems: [{title: 座谈, when: {month: 3, label: 三八期间}}]\n"),
]


class CoreLoader(yaml.SafeLoader):
    """YAML with the core meaning of version 1.2, as banbao and the language server read it."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def load(text: str) -> Any:
    return yaml.load(text, CoreLoader)


def sample_records(content: Path) -> list[tuple[str, str, Any]]:
    """The schema, the path and the value of every record and YAML file of the content."""
    found = []
    for path in sorted(content.rglob("*")):
        # Nobody writes a file of seals by hand.
        if path.suffix not in (".md", ".yaml", ".yml") or path.name == "seals.yaml":
            continue
        name = path.relative_to(content).as_posix()
        top = name.split("/")[0]
        schema = {"site.yaml": "site", "limits.yaml": "limits", "finance": "book"}.get(top, FOLDERS.get(top))
        if schema is None:
            continue
        text = path.read_text("utf-8-sig")
        if path.suffix == ".md":
            text = text.split("---\n", 2)[1]
        value = load(text)
        for record in value if isinstance(value, list) else [value]:
            found.append((schema, name, record))
    return found


def main() -> None:
    schemas = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    faults = []
    validators = {}
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    records = sample_records(Path(sys.argv[2]))
    if len(records) < 60:
        faults.append(fault("", f"only {len(records)} records were found"))
    records += [(name, text, load(text)) for name, text in RIGHT]
    for name, path, value in records:
        for error in validators[name].iter_errors(value):
            faults.append(fault(path, f"{name}: {error.json_path}: {error.message[:300]}"))
    for name, text, why in WRONG:
        if validators[name].is_valid(load(text)):
            faults.append(fault(text, f"{name} accepts it: {why}"))
    json.dump(faults, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
