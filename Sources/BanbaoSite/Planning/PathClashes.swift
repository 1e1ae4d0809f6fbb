package import BanbaoDiagnostics

/// Two sources for one path, compared as file systems that fold case or Unicode form would: reported at both.
func pathClashes(_ files: [SitePlan.File]) -> [Diagnostic] {
  var first: [String: (path: String, place: Place)] = [:]
  var diagnostics: [Diagnostic] = []
  func claim(_ path: String, _ place: Place) {
    // Strings are equal here whatever their normalization form: Swift compares by canonical equivalence.
    let key = path.utf8.allSatisfy { $0 < 0x80 && !(65...90).contains($0) } ? path : path.lowercased()
    guard let other = first[key] else {
      first[key] = (path, place)
      return
    }
    if other.place == place, other.path == path { return }
    for (here, there) in [(place, other.place), (other.place, place)] {
      diagnostics.append(
        PlanRules.clash.at(
          here, Wording("“\(path)”有两个来源", en: "two sources make “\(path)”"),
          help: Wording("给其中一个换个文件名；只差大小写也不行", en: "rename one of them; a difference of case is not enough"),
          related: [Related(there, Wording("另一个来源", en: "the other source"))]))
    }
  }
  for file in files { claim(file.path, file.origin) }
  return diagnostics
}

package enum PlanRules {
  package static let clash = Rule(
    "path-clash", .error,
    Wording(
      "两个文件不能生成同一个网页或附件，包括只差大小写或 Unicode 写法的名字：有的电脑分不清它们。",
      en: "Two files never make one page or attachment, not even by names that differ in case or Unicode form only."),
    wrong: "notices/2026/A.md\nnotices/2026/a.md", right: "notices/2026/A.md\nnotices/2026/B.md")
  package static let nameTooLong = Rule(
    "name-too-long", .error,
    Wording(
      "网页和附件的文件名最多 255 个字节，一个汉字占 3 个。网页的名称是记录的文件名加 .html；标签的网页以标签为名。",
      en: """
        The name of a page or an attachment has at most 255 bytes, and a Han character takes 3. A page is named after \
        its record, with .html; the page of a tag, after the tag.
        """),
    wrong: "notices/2026/\(String(repeating: "关于组织疗休养的通知", count: 9)).md",
    right: "notices/2026/关于组织疗休养的通知.md")
  package static let notPortable = Rule(
    "name-not-portable", .warning,
    Wording(
      #"Windows 的文件名不能有 \ : * ? " < > | 和控制字符，不能以点或空格结尾，也不能叫 CON、NUL、COM1 这样的设备名。"#,
      en: #"""
        On Windows a name holds no \ : * ? " < > | and no control character, does not end in a dot or a space, and is \#
        not that of a device, such as CON, NUL or COM1.
        """#),
    wrong: "notices/2026/去哪里?.md", right: "notices/2026/去哪里？.md")
  package static let all = [clash, nameTooLong, notPortable]
}
