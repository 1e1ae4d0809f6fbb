import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoSite

extension CheckedSite {
  /// The page that a path means: the file or the name of a record, a page as it is published, or its address.
  ///
  /// - Throws: wrong usage where there is none, with what comes near.
  func page(meant text: String) throws -> PagePlan {
    let path = sitePath(text)
    let id = withoutEnding(path)
    let library = compilation.library
    let pages = Dictionary(compilation.plan.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let meant = [path, id + ".html", library.entry(id)?.page, id.isEmpty ? "index.html" : id + "/index.html"]
    if let found = meant.lazy.compactMap({ $0.flatMap { pages[$0] } }).first { return found }
    if let why = library.unpublished[id] {
      throw ValidationError(
        "“\(text)”没有发布，它是\(why.zh)；要先看看版式，加 --drafts",
        en: "“\(text)” is not published, it is \(why.en): add --drafts to see it on paper")
    }
    let parts = compilation.plan.pages.lazy.map(\.path).filter { $0.hasPrefix(id + "/") }.prefix(6).map(withoutEnding)
    if !id.isEmpty, !parts.isEmpty {
      let some = parts.prefix(5)
      throw ValidationError(
        "“\(text)”里有几页，写明哪一页：\(some.joined(separator: "、"))\(parts.count > 5 ? "……" : "")",
        en: "“\(text)” holds several pages, name one: \(some.joined(separator: ", "))\(parts.count > 5 ? "…" : "")")
    }
    if let near = nearest(to: id, among: pages.keys.lazy.map(withoutEnding)) {
      let shown = library.entry(near)?.source ?? near + ".html"
      throw ValidationError(
        "没有“\(text)”这个网页，是不是“\(shown)”？", en: "there is no page “\(text)”: did you mean “\(shown)”?")
    }
    throw ValidationError(
      "没有“\(text)”这个网页；可以写内容文件的路径，如 content/notices/2026/通知.md，或者网页的路径，如 summary/2026.html",
      en: "there is no page “\(text)”: write the path of a record, such as content/notices/2026/a.md, or of a page, "
        + "such as summary/2026.html")
  }

  /// Relative to the site's root, of whatever form the path has.
  private func sitePath(_ text: String) -> String {
    var path = text
    if let base = compilation.settings.baseURL, path.hasPrefix(base) {
      path = String(path.dropFirst(base.count).prefix { $0 != "#" && $0 != "?" })
    } else if let way = way(from: request.folders.content, to: path) ?? way(from: inSite("public"), to: path) {
      path = way
    }
    let decoded = percentDecoded(path) ?? path
    return nfc(decoded.split(separator: "/").filter { $0 != "." }.joined(separator: "/"))
  }

  /// What the disk cannot follow is no path of a file.
  private func way(from folder: String, to path: String) -> String? {
    do { return try wayDown(from: folder, to: path) } catch { return nil }
  }
}

/// Without the ending of a record's file or of a page; any other point is one of the name.
func withoutEnding(_ path: String) -> String {
  for ending in [".md", ".yaml", ".yml", "/index.html", ".html"] where path.hasSuffix(ending) {
    return String(path.dropLast(ending.count))
  }
  return path
}
