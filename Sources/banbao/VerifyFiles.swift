import BanbaoDiagnostics
import BanbaoDisk

extension VerifyCommand {
  /// In what the files of the folder are not those that its manifest names.
  ///
  /// - Returns: besides, how many files were compared; nil where there is no manifest.
  func manifestFindings(_ files: FolderDigests) throws -> (findings: [VerifyFinding], count: Int?) {
    guard let check = try files.manifestCheck() else {
      let missing = Wording(
        "没有这个文件，别的文件是不是发布时的样子就没法核对；用 banbao build 重新发布一次就有了",
        en: "is not there, so no file can be held against it; banbao build writes it")
      return ([(Manifest.fileName, missing)], nil)
    }
    let unreadable = check.unreadable.map { line in
      (Manifest.fileName, Wording("第 \(line) 行不是文件清单的写法", en: "line \(line) tells no file"))
    }
    let all: [VerifyFinding] =
      check.changed.map { ($0, Wording("内容和发布时不一样", en: "is not as it was published")) }
      + check.missing.map { ($0, Wording("发布时有，现在没有了", en: "was published and is gone")) }
      + check.unlisted.map { ($0, Wording("不是发布出来的文件", en: "was not published")) }
    return (unreadable + all.sorted { $0.path.precedes($1.path) }, check.count)
  }

  /// The files that differ from an older copy, kind by kind. What is only new is told apart: it is no change of what was
  /// published.
  func changedFiles(
    _ files: FolderDigests, since older: FolderDigests
  ) -> (changed: [VerifyFinding], added: [VerifyFinding]) {
    let changes = files.changes(since: older)
    func told(_ paths: [String], _ what: Wording) -> [(kind: FileKind, finding: VerifyFinding)] {
      paths.map { path in
        let kind = FileKind(path)
        return (kind, (path, Wording("\(kind.words.zh)，\(what.zh)", en: "\(kind.words.en), \(what.en)")))
      }
    }
    let changed =
      told(changes.changed, Wording("和旧的副本不一样", en: "is not as in the older copy"))
      + told(changes.removed, Wording("旧的副本里有，现在没有了", en: "was in the older copy and is gone"))
    let added = told(changes.added, Wording("旧的副本里没有", en: "is not in the older copy"))
    func inOrder(_ list: [(kind: FileKind, finding: VerifyFinding)]) -> [VerifyFinding] {
      FileKind.allCases.flatMap { kind in list.filter { $0.kind == kind }.map(\.finding) }
    }
    return (inOrder(changed), inOrder(added))
  }
}

/// What a file of a published folder is to whoever reads a list of them.
private enum FileKind: CaseIterable {
  case accounts, page, site, attached

  init(_ path: String) {
    let parts = path.split(separator: "/")
    self =
      if parts.count > 1, parts[0] == "finance" || parts[0] == "data" {
        .accounts
      } else if path.hasSuffix(".html") {
        .page
      } else if parts.count == 1 || parts[0] == "assets" {
        .site
      } else {
        .attached
      }
  }

  var words: Wording {
    switch self {
    case .accounts: Wording("财务", en: "accounts")
    case .page: Wording("网页", en: "page")
    case .site: Wording("网站自用的文件", en: "file of the site's own")
    case .attached: Wording("附件或照片", en: "attachment or photo")
    }
  }
}
