import Testing

@testable import BanbaoSource

@Suite struct `Lines that YAML folds` {
  private func value(_ yaml: String) -> String? {
    let text = SourceText(path: "a", bytes: Array(yaml.utf8))
    guard case .mapping(let entries) = parseYAML(text, 0..<text.bytes.count, firstLine: 1).root?.content,
      case .scalar(let value, _) = entries.first?.value.content
    else { return nil }
    return value
  }

  @Test(arguments: [
    ("摘要: >\n  各小组\n  请报名。\n", "各小组请报名。\n"), ("摘要: >-\n  本月 5 日\n  开始，\n  到月底", "本月 5 日开始，到月底"),
    ("摘要: 各小组\n  请报名\n日期: x", "各小组请报名"), ("摘要: \"各小组\n  请报名\"", "各小组请报名"), ("摘要: '各小组\n\n  请报名'", "各小组\n请报名"),
    ("摘要: >\n  各小组\n\n  请报名\n  “名单”\n  附后", "各小组\n请报名“名单”附后"), ("摘要: 请带 AED\n  参加", "请带 AED 参加"),
    ("摘要: >\r\n  各小组\r\n  请报名\r\n", "各小组请报名\n"), ("摘要: 甲 乙\n  丙", "甲 乙丙"), ("summary: one\n  two", "one two"),
    ("摘要: \"甲\\u4E59\n  丙\"", "甲乙 丙"), ("摘要: |\n  各小组\n  请报名\n", "各小组\n请报名\n"),
  ])
  func `are joined without a space where both ends are Chinese`(yaml: String, expected: String) {
    #expect(value(yaml) == expected)
  }
}
