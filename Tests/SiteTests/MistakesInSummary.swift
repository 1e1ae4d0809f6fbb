extension Mistake {
  static let summary: [Mistake] = [
    Mistake(
      "a text of a summary in a file whose name is no period",
      [
        "activities/a.md": "---\ntitle: 拔河\ndate: 2026-03-06\nkind: 文体\n---\n",
        "pages/summary/总结.md": "---\ntitle: 总结\ndate: 2026-11-20\n---\n\n## 存在的问题\n\n通知发得晚。\n",
      ],
      [
        Expected(
          "content/pages/summary/总结.md", "summary-text-name", "“总结”不是一个期间，不会写进工作总结",
          en: "“总结” is no period; its text is in no summary")
      ]),
    Mistake(
      "texts of summaries in files that are called after their periods",
      [
        "activities/a.md": "---\ntitle: 拔河\ndate: 2026-03-06\nkind: 文体\n---\n",
        "pages/summary/2026.md": "---\ntitle: 总结\ndate: 2026-11-20\n---\n\n## 存在的问题\n\n通知发得晚。\n",
        "pages/summary/2026-H1.md": "---\ntitle: 半年总结\ndate: 2026-07-10\n---\n\n上半年的事。\n",
        "pages/summary/2026-Q3.md": "---\ntitle: 三季度总结\ndate: 2026-10-10\n---\n\n三季度的事。\n",
      ], []),
  ]
}
