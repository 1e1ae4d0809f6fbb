/// A site with records of all kinds that name each other, and a theme of its own laid over the default one.
let smallSite: [String: [UInt8]] = smallSiteTexts.mapValues { Array($0.utf8) }

private let smallSiteTexts = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n",
  "content/holidays/2026.yaml": "off: [2026-02-16/2026-02-22]\nwork: [2026-02-28]\n",
  "content/notices/2026/春节慰问.md":
    "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\ntags: [慰问, 春节]\n---\n\n见[活动](../../activities/2026/拔河.md)。\n",
  "content/notices/2026/评选公示.md": """
  ---
  title: 评选公示
  date: 2026-03-02
  kind: 公示
  publicity: {from: 2026-03-02, working_days: 5, contact: 工会办公室}
  attachments: [{file: 名单.pdf, title: 名单}]
  ---

  拟推荐下列同志。

  """,
  "content/notices/2026/名单.pdf": "%PDF-1.4 名单",
  "content/notices/2026/先进公示.md": """
  ---
  title: 先进公示
  date: 2026-01-05
  kind: 公示
  publicity: {from: 2026-01-05, to: 2026-01-12, contact: 工会办公室}
  ---

  """,
  "content/notices/2026/先进结果.md":
    "---\ntitle: 先进结果\ndate: 2026-01-13\nkind: 公告\nresult_of: notices/2026/先进公示\n---\n\n没有异议。\n",
  "content/notices/2026/逾期公示.md": """
  ---
  title: 逾期公示
  date: 2026-02-02
  kind: 公示
  publicity: {from: 2026-02-02, to: 2026-02-06, contact: 工会办公室}
  ---

  """,
  "content/notices/2025/旧通知.md":
    "---\ntitle: 旧通知\ndate: 2025-05-06\nkind: 通报\nexpires: 2025-12-31\ntags: [慰问]\n---\n\n旧。\n",
  "content/notices/置顶.md": "---\n标题: 置顶\n日期: 2026年3月1日\n类别: 倡议书\n置顶至: 2026-12-31\n---\n\n# 一\n\n## 二\n\n文字。\n",
  "content/notices/草稿.md": "---\ntitle: 草稿\ndate: 2026-03-03\nkind: 通知\ndraft: true\n---\n",
  "content/notices/定时.md": "---\ntitle: 定时\ndate: 2026-03-08\nkind: 通知\npublish: 2026-03-20\n---\n",
  "content/activities/2026/拔河.md": """
  ---
  title: 拔河
  date: 2026-01-10/2026-01-11
  kind: 文体
  people: 120
  photos: [{file: 拔河.gif, caption: 决赛, alt: 两队拔河}]
  results: [{event: 男子, place: 冠军, kind: 集体, recipient: 后勤组}]
  cost: {amount: 1200.50, vouchers: [付-1]}
  tags: [文体]
  ---

  见[荣誉](../../honours/个人.md#事迹)和[公示](../../notices/2026/评选公示.md)。

  """,
  "content/activities/2026/拔河.gif": "GIF89a1212",
  "content/activities/讲座.md": "---\ntitle: 讲座\ndate: 2026-03-06\nkind: 讲座\nplace: 礼堂\n---\n\n![图](图.gif)\n",
  "content/activities/图.gif": "GIF89a1212",
  "content/honours/集体.md":
    "---\ntitle: 模范职工之家\ndate: 2025-12-01\nlevel: 市\nkind: 集体\nawarded_by: 市总工会\nrecipients: 某医院工会\n---\n",
  "content/honours/个人.md": """
  ---
  title: 优秀工会工作者
  date: 2026-01-20
  level: 省
  kind: 个人
  awarded_by: 省总工会
  recipients: [{name: 测试甲, department: 护理部}]
  evidence: notices/2026/春节慰问
  ---

  ## 事迹

  十年。

  """,
  "content/pages/关于.md": "---\ntitle: 关于\ndate: 2026-01-01\nmenu: true\norder: 1\n---\n\n<写给> 会员 & 家属。\n",
  "content/pages/手册.md": "---\ntitle: 手册\ndate: 2026-01-01\nfields: true\n---\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
  "theme/templates/tag.mustache":
    "{{<base}}\n{{$main}}\n<h1>{{heading}}</h1>\n{{#rows}}<p>{{title}}</p>{{/rows}}\n{{/main}}\n{{/base}}\n",
  "theme/templates/partials/tags.mustache": "{{#tags}}<a href=\"{{root}}{{url}}\">{{name}}</a>{{/tags}}\n",
  "theme/assets/site.css": "body { color: black }\n",
]
