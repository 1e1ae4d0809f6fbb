import ArgumentParser
import BanbaoDiagnostics

/// What is said of a command line that cannot be understood: in the reader's language, with a near miss.
struct WrongUsage: Sendable {
  let language: Language

  /// - Parameter arguments: of the program, without its name.
  init(_ arguments: [String]) {
    let asked = arguments.firstIndex { $0 == "--lang" || $0.hasPrefix("--lang=") }.flatMap { index in
      arguments[index] == "--lang"
        ? arguments.dropFirst(index + 1).first : String(arguments[index].dropFirst("--lang=".count))
    }
    language = Environment.language(asked.flatMap { Language(argument: $0) }) ?? .chinese
  }

  /// What is said of a first word that is no command; nil where it is one, or an option.
  func unknownCommand(_ arguments: [String]) -> String? {
    let known = Banbao.configuration.subcommands.map { $0._commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !known.contains(word) else { return nil }
    let near = nearest(to: word, among: known)
    let all = known.joined(separator: "、")
    return Wording(
      "没有“\(word)”这个命令\(near.map { "，是不是“\($0)”？" } ?? "；")可以写：\(all)\n用法：banbao 命令\n  说明见 banbao --help",
      en: "there is no command “\(word)”\(near.map { ", did you mean “\($0)”?" } ?? ";") The commands are: "
        + "\(known.joined(separator: ", "))\nUsage: banbao <command>\n  See 'banbao --help' for more information.")[
        language]
  }

  /// The argument parser's own words in the reader's language; what it says in others of its words stays as it is.
  func told(_ message: String) -> String {
    guard language == .chinese else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let end = line.firstRange(of: ": ") else { return seeHelp(line) }
      switch line[..<end.lowerBound] {
      case "Error": return "错误：" + chinese(line[end.upperBound...])
      case "Usage": return "用法：" + line[end.upperBound...]
      case "Help": return "说明：" + line[end.upperBound...]
      default: return String(line)
      }
    }.joined(separator: "\n")
  }

  /// The parser's own words in its help, in the reader's language. Anything else that it prints stays as it is.
  func help(_ message: String) -> String {
    guard language == .chinese, message.hasPrefix("OVERVIEW: ") else { return message }
    let words = [
      ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
      ("Show help information.", "显示这些说明。"), ("Show the version.", "显示版本。"),
      ("See 'banbao help <subcommand>' for detailed help.", "每个命令的说明见 banbao 命令 --help"),
    ]
    return words.reduce(message) { $0.replacing($1.0, with: $1.1) }
      .replacing(/\(default:\s+([^()]*)\)/) { "（默认 \($0.output.1)）" }
      .replacing(/\s*\(values:\s+([^();]*)(?:;\s+default:\s+([^();]*))?\)/) { found in
        found.output.2.map { "（默认 \($0)）" } ?? ""
      }
  }

  private func seeHelp(_ line: Substring) -> String {
    guard let found = line.wholeMatch(of: /\s*See '(.+)' for more information\./) else { return String(line) }
    return "  说明见 \(found.output.1)"
  }

  private func choices(_ text: Substring) -> String {
    guard let found = text.wholeMatch(of: /Please provide one of (.+)\./) else { return String(text) }
    return "可以写 " + found.output.1.matches(of: /'([^']+)'/).map(\.output.1).joined(separator: "、")
  }

  private func chinese(_ text: Substring) -> String {
    if let found = text.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return "没有 \(found.output.1) 这个选项" + (found.output.2.map { "，是不是 \($0)？" } ?? "")
    }
    if let found = text.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) (.+)/) {
      return "多了 \(found.output.1)，不知道是什么；有空格的内容用引号括起来"
    }
    if let found = text.wholeMatch(of: /Missing expected argument '(.+)'/) { return "缺少 \(found.output.1)" }
    if let found = text.wholeMatch(of: /Missing value for '(.+)'/) { return "\(found.output.1) 后面没有写内容" }
    if let found = text.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'[.:]? ?(.*)/) {
      return "\(found.output.2) 不能写“\(found.output.1)”" + (found.output.3.isEmpty ? "" : "：\(choices(found.output.3))")
    }
    return String(text)
  }
}
