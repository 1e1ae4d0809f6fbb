import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoPreview

/// A command that says by its exit code what came of it.
protocol Command: AsyncParsableCommand, Sendable {
  /// The language asked for; nil for none.
  var lang: Language? { get }

  /// Does what the command is for.
  ///
  /// - Throws: what the disk or the network refused, which is printed in one place, or wrong usage.
  func execute() async throws -> ExitCode
}

extension Command {
  /// In which the command speaks before a site has told its own language.
  var language: Language { Environment.language(lang) ?? .chinese }

  mutating func run() async throws {
    let code: ExitCode
    do {
      code = try await execute()
    } catch let wrong as ValidationError {
      // Told here, because the parser no longer knows of which command it speaks.
      let help = usageText(
        "  说明见 banbao \(Self._commandName) --help",
        en: "  See 'banbao \(Self._commandName) --help' for more information.")
      Output.complain(lines: usageText("错误：", en: "Error: ") + wrong.message + "\n" + help)
      code = .validationFailure
    } catch let fault as DiskFault {
      Output.complain(fault.wording, fault.help, in: language)
      code = .refused
    } catch let fault as NoSite {
      Output.complain(fault.wording, fault.help, in: language)
      code = .refused
    } catch let fault as PreviewFault {
      Output.complain(fault.wording, fault.help, in: language)
      code = .refused
    }
    // ArgumentParser ends the program with another code than 0 by an error alone.
    if !code.isSuccess { throw code }
  }
}

extension ExitCode {
  /// The disk or the network refused: `EX_IOERR` of sysexits.h.
  static let refused = ExitCode(74)
}

/// Keeps a value whole until the program ends, which gives back its memory faster than taking the value apart does.
func keepUntilExit(_ value: some Sendable) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value: Sendable>: Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
