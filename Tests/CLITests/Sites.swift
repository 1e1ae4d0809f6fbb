/// A small site without faults.
let goodSite: KeyValuePairs<String, String> = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n",
  "content/notices/2026/春节.md":
    "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\ntags: [慰问]\n---\n\n见[活动](../../activities/a.md)。\n",
  "content/notices/b.md": "---\ntitle: 草稿\ndate: 2026-02-11\nkind: 通知\ndraft: true\n---\n",
  "content/notices/c.md": "---\ntitle: 定时\ndate: 2026-02-11\nkind: 通知\npublish: 2026-03-08\n---\n",
  "content/activities/a.md": "---\ntitle: 拔河\ndate: 2026-01-10\nkind: 文体\n---\n",
]

/// A notice with an error: there is no such kind.
let wrongNotice = "---\ntitle: 甲\ndate: 2026-02-10\nkind: 通之\n---\n"
/// A notice with a warning: a 公示 without a period.
let warnedNotice = "---\ntitle: 甲\ndate: 2026-02-10\nkind: 公示\n---\n"
