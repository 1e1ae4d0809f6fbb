import ArgumentParser
import BanbaoDiagnostics

/// In which help and wrong usage speak: as the command line asks, else as the machine does, else Chinese.
let usageLanguage = WrongUsage(Array(CommandLine.arguments.dropFirst())).language

func usageText(_ zh: String, en: String) -> String { usageLanguage == .chinese ? zh : en }

extension ArgumentHelp {
  static func words(_ zh: String, en: String) -> ArgumentHelp { ArgumentHelp(usageText(zh, en: en)) }
}

extension ValidationError {
  init(_ zh: String, en: String) { self.init(usageText(zh, en: en)) }
}
