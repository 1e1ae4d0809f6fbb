import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import Synchronization

/// Gathers how long each piece of work took, and shows on a terminal how far the build is.
final class Profile: Sendable {
  private struct Work {
    var stage: Observer.Stage
    var name: String
    var nanoseconds: UInt64
  }

  private let work = Mutex<[Work]>([])
  private let done = Atomic<Int>(0)
  private let lastShown = Atomic<Int>(0)
  private let keepsWork: Bool
  private let showsProgress: Bool
  private let language: Language
  private let began = Environment.nanoseconds

  init(keepsWork: Bool, showsProgress: Bool, language: Language) {
    self.keepsWork = keepsWork
    self.showsProgress = showsProgress
    self.language = language
  }

  /// Nil where nobody wants to know: then nothing is measured.
  var observer: Observer? {
    guard keepsWork || showsProgress else { return nil }
    return Observer(
      clock: { Environment.nanoseconds },
      note: { [self] stage, name, nanoseconds in
        if keepsWork { work.withLock { $0.append(Work(stage: stage, name: name, nanoseconds: nanoseconds)) } }
        if showsProgress { show(stage) }
      })
  }

  /// Nanoseconds since it began.
  var elapsed: UInt64 { Environment.nanoseconds &- began }

  /// Long work shows its stage and count, at most ten times a second and only after half a second.
  private func show(_ stage: Observer.Stage) {
    let count = done.add(1, ordering: .relaxed).newValue
    let elapsed = Int(elapsed / 100_000_000)
    let last = lastShown.load(ordering: .relaxed)
    guard elapsed >= 5, elapsed > last,
      lastShown.compareExchange(expected: last, desired: elapsed, ordering: .relaxed).exchanged
    else { return }
    Output.overwrite("\(stage.words[language]) \(count)…")
  }

  /// Takes the line of progress away.
  func clear() {
    if lastShown.load(ordering: .relaxed) > 0 { Output.overwrite("") }
  }

  /// Time by stage, over all tasks, then the slowest templates and files.
  ///
  /// - Parameter template: the template of a page's path.
  func summary(template: (String) -> String?) -> [String] {
    let all = work.withLock { $0 }
    var lines: [String] = []
    for stage in Observer.Stage.allCases {
      let own = all.filter { $0.stage == stage }
      let total = own.reduce(0) { $0 &+ $1.nanoseconds }
      lines.append("\(milliseconds(total)) ms  \(stage.words[language])（\(own.count)）")
    }
    let templates = totals(all.filter { $0.stage == .rendering }) { template($0.name) ?? $0.name }
    lines += [Wording("最慢的模板", en: "slowest templates")[language]] + templates.prefix(10)
    let files = totals(all.filter { $0.stage == .reading }) { $0.name }
    lines += [Wording("最慢的文件", en: "slowest files")[language]] + files.prefix(10)
    return lines
  }

  private func totals(_ work: [Work], by key: (Work) -> String) -> [String] {
    let sums = Dictionary(work.map { (key($0), $0.nanoseconds) }, uniquingKeysWith: &+)
    return sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { "\(milliseconds($0.value)) ms  \($0.key)" }
  }

  private func milliseconds(_ nanoseconds: UInt64) -> String {
    let micros = Int(nanoseconds / 1000)
    let text = "\(micros / 1000).\(padded(micros % 1000, 3))"
    return String(repeating: " ", count: max(0, 10 - text.utf8.count)) + text
  }
}

extension Observer.Stage {
  fileprivate var words: Wording {
    switch self {
    case .reading: Wording("读取内容", en: "reading content")
    case .theme: Wording("检查主题", en: "checking the theme")
    case .checking: Wording("核对记录", en: "checking records")
    case .planning: Wording("安排页面", en: "planning pages")
    case .rendering: Wording("生成页面", en: "making pages")
    }
  }
}
