import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

struct New: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("新建一条记录的文件", en: "Write a starting file for a record, and print its path."),
    discussion: usageText(
      """
      写下的是草稿：填好以后，删去“草稿”那一行，才会发布。

      例：
        banbao new 通知 春节放假安排
        banbao new 公示 优秀会员评选公示   带公示期
        banbao new 账本 2027             一年的账
        banbao new activity "第二届趣味运动会" --keys en
      """,
      en: """
        What it writes is a draft: take the line of the draft away when it is done.

        Examples:
          banbao new 通知 春节放假安排
          banbao new 公示 优秀会员评选公示   with its period
          banbao new 账本 2027             the books of a year
          banbao new activity "第二届趣味运动会" --keys en
        """))

  @Argument(help: ArgumentHelp(kindHelp), completion: .list(kindWords))
  var kind: String

  @Argument(help: .words("标题；写账本时是年份", en: "The title; of books the year."))
  var title: [String] = []

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @Option(
    name: .customLong("as-of"), help: .words("填写的日期（默认今天）", en: "The day to fill in (default: today)."),
    transform: readDay)
  var asOf: Day?

  @Option(help: .words("各项的名称用哪种语言：zh、en", en: "The language of the keys: zh, en."))
  var keys = KeyLanguage.chinese

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  mutating func validate() throws { if asOf == nil { try checkEpoch() } }

  func execute() throws -> ExitCode {
    let asked = try StartingKind(kind)
    let title = oneLine(joinedTitle(title))
    guard !title.isEmpty else { throw ValidationError("标题是空的", en: "the title is empty") }
    guard Environment.holds("\(withoutSlash(content))/site.yaml") else {
      let fault = NoSite(content: content)
      Output.complain(fault.wording, fault.help, in: language)
      return .validationFailure
    }
    switch asked {
    case .record(let reference, let sort):
      let file = StartingFile(reference, title: title, sort: sort, today: try day(), keys: keys)
      return try write([("\(file.folder)/\(fileName(of: title)).md", file.text)])
    case .year(let register):
      guard let year = Period(foundIn: title)?.year else {
        throw ValidationError(
          "“\(title)”里没有年份，写成 banbao new \(kind) 2027",
          en: "there is no year in “\(title)”: write banbao new \(kind) 2027")
      }
      return try write(register.startingFiles(year: year, keys: keys))
    }
  }

  /// Writes files below the content folder, all of them or none.
  private func write(_ files: [(path: String, text: String)]) throws -> ExitCode {
    let files = files.map { (path: "\(withoutSlash(content))/\($0.path)", text: $0.text) }
    for file in files where Environment.holds(file.path) { return taken(file.path) }
    for file in files {
      do {
        try writeNewFile(Array(file.text.utf8), at: file.path)
      } catch {
        guard error.isTaken else { throw error }
        return taken(file.path)
      }
      Output.print(file.path)
    }
    return .success
  }

  private func taken(_ path: String) -> ExitCode {
    Output.complain(
      Wording("“\(path)”已经有了，没有改动它", en: "“\(path)” is there already and was not changed"),
      Wording("换一个标题，或直接修改这个文件", en: "take another title, or edit that file"), in: language)
    return .validationFailure
  }

  /// The title without the characters that no content file may hold, such as line feeds (`control-character`).
  private func oneLine(_ title: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: text.append(scalar)
      default: text.append(" ")
      }
    }
    return trimmed(String(text))
  }

  /// The day to fill in.
  private func day() throws -> Day {
    if let asOf { return asOf }
    let tree = try readTree(at: content, label: withoutSlash(content)).tree
    let day = try SiteDay(tree, asOf: nil)
    if !day.diagnostics.isEmpty {
      Output.complain(
        form: textForm(day.diagnostics, in: [tree], language: language, colour: Output.isColoured) + "\n")
    }
    return day.today
  }

  /// The title without what a file name cannot hold on some system, and never a name that `readTree` passes over.
  private func fileName(of title: String) -> String {
    var name = String.UnicodeScalarView()
    var size = 0
    for scalar in nfc(title).unicodeScalars {
      size += UTF8.width(scalar)
      // No file system in use takes more than 255 bytes; what follows the title needs a few of them.
      if size > 200 { break }
      name.append("/\\:*?\"<>|#%".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    let text = String(name)
    return text.hasPrefix(".") || text.hasPrefix("~") ? "-" + text.dropFirst() : text
  }
}

/// The words of a title as one: a space stays between Latin words, and Han need none.
private func joinedTitle(_ words: [String]) -> String {
  words.reduce("") { title, word in
    let isLatin = title.last?.isASCII == true && word.first?.isASCII == true
    return title + (isLatin ? " " : "") + word
  }
}
