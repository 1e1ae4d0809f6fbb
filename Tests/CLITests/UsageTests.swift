import TestSupport
import Testing

@Suite struct UsageTests {
  @Test(arguments: ["buid": "build", "chek": "check", "sever": "serve", "halp": "help"])
  func `an unknown command is 64, with the one that was meant`(word: String, meant: String) throws {
    let place = try TemporaryFolder()
    let chinese = try place.run("\(word)", environment: ["BANBAO_LANG": "zh"])
    #expect(chinese.status == 64 && chinese.output == "")
    #expect(chinese.errors.hasPrefix("没有“\(word)”这个命令，是不是“\(meant)”？"))
    #expect(try place.run(word).errors.hasPrefix("there is no command “\(word)”, did you mean “\(meant)”?"))
  }

  @Test(arguments: [
    (["build", "--strct"], "错误：没有 --strct 这个选项，是不是 --strict？"), (["check", "多"], "错误：多了 '多'"),
    (["new"], "错误：缺少 <kind>"), (["build", "--output"], "错误：--output <output> 后面没有写内容"),
    (["check", "--format", "xml"], "错误：--format <format> 不能写“xml”：可以写 text、json、sarif、github"),
    (["build", "--as-of", "昨天"], "错误：--as-of <as-of> 不能写“昨天”：“昨天”不是一个日期\n"),
  ])
  func `what is wrong with a command line is said in Chinese, with its usage`(arguments: [String], start: String) throws
  {
    let place = try TemporaryFolder()
    let result = try place.run(arguments, environment: [:])
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.hasPrefix(start), "\(result.errors)")
    #expect(
      result.errors.contains("用法：banbao \(arguments[0])") && result.errors.contains("说明见 banbao \(arguments[0]) --help")
    )
    #expect(!result.errors.contains("Error") && !result.errors.contains("Usage") && !result.errors.contains("See '"))
  }

  @Test(arguments: [["explain", "fullwith-colon"], ["new", "通只", "春节"], ["schema", "notise"], ["summary", "26"]])
  func `what a command finds wrong is said in one language, with where its help is`(arguments: [String]) throws {
    let place = try TemporaryFolder()
    let chinese = try place.run(arguments, environment: ["BANBAO_LANG": "zh"])
    #expect(chinese.status == 64 && chinese.errors.hasSuffix("\n  说明见 banbao \(arguments[0]) --help\n"))
    #expect(!chinese.errors.contains("there is no") && !chinese.errors.contains("Error"))
    let english = try place.run(arguments, environment: ["BANBAO_LANG": "en"])
    #expect(english.status == 64 && english.errors.hasPrefix("Error: ") && !english.errors.contains("没有"))
  }

  @Test(arguments: ["build", "check", "serve", "fix", "new", "init", "summary", "print", "books", "explain", "schema"])
  func `help is in one language`(command: String) throws {
    let place = try TemporaryFolder()
    let plain = try place.run(command, "--help", environment: [:]).output
    let chinese = try place.run(command, "--help", "--lang", "zh-Hans").output
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "The ", "default:", "values:"] {
      #expect(!chinese.contains(word), "\(word)")
    }
    #expect(plain == chinese && chinese.contains("\n例：\n  banbao \(command)"))
    let english = try place.run(command, "--help", environment: ["BANBAO_LANG": "en"]).output
    #expect(english.contains("Examples:\n"))
    for word in ["；", "也可以", "例：", "用法", "默认"] { #expect(!english.contains(word), "\(word)") }
  }

  @Test func `the shells complete kinds, codes and folders`() throws {
    let script = try TemporaryFolder().run("--generate-completion-script", "bash", environment: [:]).output
    for word in ["公示", "体检", "fullwidth-colon", "add_completions -d"] { #expect(script.contains(word), "\(word)") }
  }

  @Test func `in English the argument parser's own words stay`() throws {
    let result = try TemporaryFolder().run("build", "--strct", "--lang", "en", environment: [:])
    #expect(result.status == 64 && result.errors.hasPrefix("Error: Unknown option '--strct'"))
    let joined = try TemporaryFolder().run("build", "--strct", "--lang=en", environment: [:])
    #expect(joined.status == 64 && joined.errors.hasPrefix("Error: Unknown option '--strct'"))
  }
}
