import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds

struct Explain: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("解释一条提示，附错误和正确的写法", en: "Say what a diagnostic means, with a wrong and a right example."),
    discussion: usageText(
      """
      例：
        banbao explain fullwidth-colon
        banbao explain                   列出全部代码
      """,
      en: """
        Examples:
          banbao explain fullwidth-colon
          banbao explain                   list all codes
        """))

  @Argument(
    help: .words("提示末尾方括号里的代码", en: "The code in brackets at the end of a diagnostic."),
    completion: .list((Kinds.rules + DiskRules.all).map(\.code).sorted()))
  var code: String?

  @Option(help: .words("语言：zh-Hans、en", en: "The language: zh-Hans, en."))
  var lang: Language?

  func execute() throws -> ExitCode {
    let rules = (Kinds.rules + DiskRules.all).sorted { $0.code < $1.code }
    guard let code else {
      for rule in rules { Output.print(lines: "\(rule.code)\n  \(rule.explanation[language])") }
      return .success
    }
    guard let rule = rules.first(where: { $0.code == code }) else {
      let near = nearest(to: code, among: rules.map(\.code))
      let hint = near.map { Wording("是不是 \($0)？", en: "did you mean \($0)?") }
      throw ValidationError(
        "没有“\(code)”这个代码\(hint.map { "，" + $0.zh } ?? "")",
        en: "there is no code “\(code)”\(hint.map { "; " + $0.en } ?? "")")
    }
    Output.print(lines: explanation(of: rule, language: language))
    return .success
  }
}
