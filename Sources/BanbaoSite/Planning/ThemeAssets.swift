package import BanbaoDiagnostics
import BanbaoSource

/// What a site's own theme has browsers load that they will not get: files that are not there, what another host has, and
/// scripts and styles inside a page, which the servers' settings forbid.
///
/// Throws what the disk threw while a file was read.
func themeAssetFaults(_ tree: SourceTree) throws -> [Diagnostic] {
  let files = Set(tree.files.lazy.map(\.path))
  var faults: [Diagnostic] = []
  for file in tree.files where !file.isBuiltIn {
    guard file.path.hasSuffix(".mustache") || file.path.hasSuffix(".css") else { continue }
    let shown = tree.shown(file.path)
    let text = String(decoding: try tree.read(file), as: UTF8.self)
    let folder = file.path.hasSuffix(".css") ? parent(file.path) : nil
    // A page that needs no other file names its style in its own policy, by the digest.
    let namesItsStyle = text.contains("style-src 'sha256-")
    // To Swift a CR and its LF are one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      for loaded in folder == nil ? loadedByTemplate(line) : loadedByStyles(line) {
        if namesItsStyle, loaded.way == .inside, loaded.text == "style" { continue }
        guard let fault = fault(loaded, in: folder, files) else { continue }
        let column = line[..<loaded.start].unicodeScalars.count + 1
        faults.append(
          fault.rule.at(
            Place(shown, line: number + 1, column: column).spanning(loaded.text.unicodeScalars.count), fault.message,
            help: fault.help))
      }
    }
  }
  return faults
}

/// Something that a line has a browser load.
private struct Loaded {
  enum Way { case address, inside }

  var way: Way
  /// The address, or the tag or attribute that holds a script or style.
  var text: Substring
  var start: String.Index { text.startIndex }
}

// MARK: Finding

/// The addresses in `src`, `poster` and those `href` that load a file, and scripts and styles inside the page.
private func loadedByTemplate(_ line: Substring) -> [Loaded] {
  var found: [Loaded] = []
  for open in line.indices where line[open] == "<" {
    let rest = line[line.index(after: open)...]
    let element = rest.prefix { $0.isASCII && $0.isLetter }
    guard !element.isEmpty else { continue }
    // Up to the next element; `{{>x}}` may stand between.
    let tag = rest.prefix { $0 != "<" }
    if element == "style" || (element == "script" && !tag.contains("src=")) {
      found.append(Loaded(way: .inside, text: element))
    }
    for (name, value) in attributes(tag) {
      switch name {
      case "src", "poster": found.append(Loaded(way: .address, text: value))
      case "href" where element == "link" && ["stylesheet", "icon", "preload"].contains(where: { tag.contains($0) }):
        found.append(Loaded(way: .address, text: value))
      case "style": found.append(Loaded(way: .inside, text: name))
      default: if name.hasPrefix("on") { found.append(Loaded(way: .inside, text: name)) }
      }
    }
  }
  return found
}

/// The attributes of a tag with values in double quotes, as templates are written.
private func attributes(_ tag: Substring) -> [(name: Substring, value: Substring)] {
  var found: [(Substring, Substring)] = []
  var rest = tag
  while let mark = rest.firstRange(of: "=\"") {
    let value = rest[mark.upperBound...].prefix { $0 != "\"" }
    let before = rest[..<mark.lowerBound]
    if let name = before.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0 == "-") }).last {
      found.append((name, value))
    }
    rest = rest[value.endIndex...].dropFirst()
  }
  return found
}

/// The addresses in `url(…)` and `@import "…"`.
private func loadedByStyles(_ line: Substring) -> [Loaded] {
  var found: [Loaded] = []
  for (opening, closing) in [("url(", ")"), ("@import \"", "\""), ("@import '", "'")] as [(String, Character)] {
    var rest = line
    while let mark = rest.firstRange(of: opening) {
      let value = rest[mark.upperBound...].prefix { $0 != closing }
      let bare = value.drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix { $0 != "\"" && $0 != "'" && $0 != " " }
      if !bare.isEmpty { found.append(Loaded(way: .address, text: bare)) }
      rest = rest[value.endIndex...].dropFirst()
    }
  }
  return found
}

// MARK: Judging

/// - Parameter folder: of a style sheet, whose addresses begin there; nil for a template.
private func fault(
  _ loaded: Loaded, in folder: String?, _ files: Set<String>
) -> (rule: Rule, message: Wording, help: Wording)? {
  let text = String(loaded.text)
  guard loaded.way == .address else {
    let help = Wording("样式写进 assets/site.css，脚本写进 assets 文件夹里的文件", en: "put it into a file under assets")
    return (
      ThemeAssetRules.foreign,
      Wording("网页里的 \(text) 不起作用，服务器的设置不许", en: "\(text) inside a page is void: the server forbids it"), help
    )
  }
  if text.hasPrefix("//") || text.lowercased().hasPrefix("http:") || text.lowercased().hasPrefix("https:") {
    return (
      ThemeAssetRules.foreign, Wording("网页不取别的网站的文件：\(text)", en: "pages load nothing from another site: \(text)"),
      Wording("把文件下载到 theme/assets 文件夹，写它在这里的地址", en: "put the file into theme/assets, and write its address there")
    )
  }
  let root = "{{root}}"
  if folder == nil, text.hasPrefix("/") || text.hasPrefix("assets/") {
    let path = text.hasPrefix("/") ? String(text.dropFirst()) : text
    return (
      ThemeAssetRules.missing, Wording("“\(text)”不是从每一页都找得到", en: "“\(text)” is not found from every page"),
      Wording("写成 \(root)\(path)", en: "write \(root)\(path)")
    )
  }
  let address = folder == nil ? (text.hasPrefix(root) ? text.dropFirst(root.count) : "") : text[...]
  let path = String(address.prefix { $0 != "?" && $0 != "#" })
  guard !path.isEmpty, !path.contains("{{"), !path.hasPrefix("data:"), folder != nil || path.hasPrefix("assets/"),
    let file = resolve(path, from: folder ?? ""), !files.contains(file)
  else { return nil }
  return (
    ThemeAssetRules.missing, Wording("主题里没有 \(file)", en: "the theme has no \(file)"),
    Wording(
      "把文件放到 theme/\(parent(file)) 文件夹，或者改这里的地址",
      en: "put the file into theme/\(parent(file)), or mend the address")
  )
}

/// The rules of what a theme loads.
package enum ThemeAssetRules {
  package static let missing = Rule(
    "theme-file-missing", .error,
    Wording(
      "主题用到的图片、样式、字体和脚本放在 theme/assets 里，模板写 {{root}}assets/…，样式表写从自己算起的路径。",
      en: """
        Pictures, style sheets, fonts and scripts of a theme lie in theme/assets; a template writes {{root}}assets/…, a \
        style sheet the path from itself.
        """),
    wrong: #"<img src="{{root}}assets/没有的标志.svg" alt="">"#, right: #"<img src="{{root}}assets/favicon.svg" alt="">"#)
  package static let foreign = Rule(
    "theme-loads-foreign", .warning,
    Wording(
      "内网里的读者取不到别的网站的文件；附带的服务器设置也不许，连同写在网页里的脚本和样式。",
      en: """
        Readers of an intranet reach no other site, and the servers' settings that come with banbao forbid it, as they do \
        scripts and styles inside a page.
        """),
    wrong: #"<script src="https://cdn.example/a.js"></script>"#,
    right: #"<script src="{{root}}assets/site.js"></script>"#)
  package static let all = [missing, foreign]
}
