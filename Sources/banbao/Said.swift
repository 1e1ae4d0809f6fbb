import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSource

/// What a run that passed says, but for what its last line counts anew. A run that finds nothing changed says it again.
struct Said: Hashable, Sendable {
  /// In the form that was asked for; nil for none.
  var diagnostics: String?
  /// Before the last line.
  var lines: [String]
  var tally: Tally
  /// Of all of it.
  var language: Language
}

/// What the last line counts of a site.
struct Tally: Hashable, Sendable {
  var pages = 0
  var records = 0
  var errors = 0
  var warnings = 0
  var notes = 0
  var drafts = 0
  var scheduled = 0
  var expired = 0
  /// Of what is shown, where drafts are.
  var shownDrafts = 0
  var shownScheduled = 0
}

extension Said {
  func printDiagnostics(_ format: Format) {
    guard let diagnostics else { return }
    if format == .text { Output.complain(form: diagnostics + "\n") } else { Output.print(form: diagnostics) }
  }

  /// Prints what follows the diagnostics.
  ///
  /// - Parameter line: the last one.
  func printRest(_ line: Wording, _ request: SiteRequest) {
    let line = line[language]
    if request.isQuiet { return }
    if request.format != .text { return Output.complain(line) }
    for line in lines { Output.print(line) }
    Output.print(line)
  }
}

extension Tally {
  /// The last line of a run that passed.
  ///
  /// - Parameters:
  ///   - published: nil where nothing was.
  ///   - elapsed: in nanoseconds.
  func line(_ published: PublishReport?, in folder: String, showsDrafts: Bool, elapsed: UInt64) -> Wording {
    let faults = faults(elapsed)
    let held =
      showsDrafts
      ? Wording(
        "显示了草稿 \(shownDrafts)、待发布 \(shownScheduled)", en: "\(shownDrafts) drafts and \(shownScheduled) scheduled shown")
      : Wording("草稿 \(drafts)，待发布 \(scheduled)", en: "\(drafts) drafts, \(scheduled) scheduled")
    let left = Wording("\(held.zh)，已过期 \(expired)", en: "\(held.en), \(expired) expired")
    let size = Wording("页面 \(pages)，记录 \(records)", en: "\(pages) pages, \(records) records")
    guard let published else {
      return Wording("检查通过：\(size.zh)；\(left.zh)；\(faults.zh)", en: "passed: \(size.en); \(left.en); \(faults.en)")
    }
    let written = Wording(
      "写入 \(published.written)，未变 \(published.unchanged)，删除 \(published.removed)",
      en: "\(published.written) written, \(published.unchanged) unchanged, \(published.removed) removed")
    return Wording(
      "已发布到 \(folder)：\(size.zh)；\(written.zh)；\(left.zh)；\(faults.zh)",
      en: "published to \(folder): \(size.en); \(written.en); \(left.en); \(faults.en)")
  }

  /// The last line of a run that did not pass.
  func lineOfFailure(elapsed: UInt64) -> Wording {
    let faults = faults(elapsed)
    return Wording("没有通过，什么也没有发布：\(faults.zh)", en: "failed, nothing published: \(faults.en)")
  }

  private func faults(_ elapsed: UInt64) -> Wording {
    let hundredths = Int(elapsed / 10_000_000)
    let time = "\(hundredths / 100).\(padded(hundredths % 100, 2))"
    return Wording(
      "错误 \(errors)，提醒 \(warnings)，说明 \(notes)；\(time) 秒",
      en: "\(errors) errors, \(warnings) warnings, \(notes) notes; \(time) s")
  }
}
