"""Makes a site of many notices: `search_corpus.py CONTENT COUNT REPOSITORY`.

Their text is words by their frequency, of the list that the search for persons has, so that pairs of characters are as
common as in real text; with numbers, Latin, tables and lists between.
"""

from __future__ import annotations

import json
import random
import re
import sys
from itertools import accumulate
from pathlib import Path

KINDS = ["通知", "公告", "通报", "喜报", "倡议书", "简报"]
TAGS = ["文体活动", "送温暖", "女职工", "民主管理", "培训"]
LATIN = ["ISO9001", "GB/T 9704", "Word", "APP", "A4", "C++", "KTV"]
# Between years the notices are the same in number.
YEARS = range(2008, 2026)


class Words:
    """The words of the list, drawn by their frequency."""

    def __init__(self, repository: Path) -> None:
        self.random = random.Random(20261122)
        words: list[str] = []
        weights: list[float] = []
        folder = repository / "Sources/BanbaoSite/Persons"
        for name in ("FrequentWords.swift", "LongerWords.swift"):
            for match in re.finditer(
                r'length: (\d), cost: (\d+),\s+words: """\n(.*?)"""', (folder / name).read_text("utf-8"), re.DOTALL
            ):
                length, cost = int(match[1]), int(match[2])
                text = re.sub(r"\s", "", match[3])
                found = [text[place : place + length] for place in range(0, len(text), length)]
                words += found
                # A cost is ten times the negative logarithm of a frequency.
                weights += [2.718 ** (-cost / 10)] * len(found)
        self.words = words
        self.sums = list(accumulate(weights))

    def some(self, count: int) -> str:
        return "".join(self.random.choices(self.words, cum_weights=self.sums, k=count))

    def sentence(self) -> str:
        parts = [self.some(self.random.randint(3, 9))]
        if self.random.random() < 0.2:
            parts.append(str(self.random.randint(1, 99999)))
        if self.random.random() < 0.1:
            parts.append(self.random.choice(LATIN))
        parts.append(self.some(self.random.randint(3, 9)))
        return "，".join(parts) if self.random.random() < 0.3 else "".join(parts)

    def paragraph(self) -> str:
        return "。".join(self.sentence() for _ in range(self.random.randint(2, 7))) + "。"

    def notice(self, year: int) -> tuple[str, list[str]]:
        """A notice, and the words of its title."""
        draw = self.random
        kind = draw.choice(KINDS)
        title = [self.some(1) for _ in range(3)]
        lines = [
            "---",
            f"title: 关于{''.join(title)}的{kind}",
            f"date: {year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
            f"kind: {kind}",
            "issuer: 院工会",
            f"tags: [{draw.choice(TAGS)}]",
            "---",
            "",
            self.paragraph(),
            "",
            f"## {self.some(2)}",
            "",
            self.paragraph(),
        ]
        if draw.random() < 0.3:
            lines += ["", f"- {self.sentence()}", f"- **{self.some(1)}**{self.sentence()}"]
        if draw.random() < 0.3:
            lines += ["", "| 项目 | 人数 |", "|---|--:|", f"| {self.some(2)} | {draw.randint(3, 400)} |"]
        return "\n".join(lines) + "\n", title + [kind]


# What the checks ask for by name.
FIXED = {
    "title": ("会计报表培训通知", "2024-03-01", "各科室：\n\n请派一人参加。\n"),
    "heading": ("财务公开", "2024-02-01", "## 会计报表\n\n见附表。\n"),
    "body": ("季度情况", "2024-05-01", "附上会计报表，请核对。\n"),
    "older": ("季度情况（一）", "2024-04-01", "附上会计报表，请核对。\n"),
    "hostile": ('引号"和反斜杠\\与`<b>`的说明', "2024-06-01", "`<script>alert(1)</script>` & \\ \"双引号\" 完。\n"),
    "readings": ("重庆银行音乐会", "2024-07-01", "欢迎参加。\n"),
    "number": ("关于印发办法的通知", "2024-08-01", "按照工发〔2024〕１２号文件，自２０２４年８月起。\n"),
}


def main() -> None:
    content, count, repository = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    words = Words(repository)
    for year in YEARS:
        (content / "notices" / str(year)).mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text("title: 院工会\nunion: 院工会\nbase_url: http://board.example/\n", "utf-8")
    titles: dict[str, list[str]] = {}
    for number in range(count):
        year = YEARS[number * len(YEARS) // count]
        notice, titles[f"notices/{year}/n{number}.html"] = words.notice(year)
        (content / f"notices/{year}/n{number}.md").write_text(notice, "utf-8")
    for name, (title, day, text) in FIXED.items():
        notice = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {day}\nkind: 通知\nissuer: 院工会\n---\n\n{text}"
        (content / f"notices/2024/{name}.md").write_text(notice, "utf-8")
    (content.parent / "titles.json").write_text(json.dumps(titles, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
