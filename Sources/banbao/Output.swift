import ArgumentParser
import BanbaoDiagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams that the program writes to.
enum Output {
  static func print(_ text: String) { write(text + (text.hasSuffix("\n") ? "" : "\n"), to: 1) }
  static func complain(_ text: String) { write(text + (text.hasSuffix("\n") ? "" : "\n"), to: 2) }

  /// Why the program cannot go on, and the remedy where there is one.
  static func complain(_ fault: Wording, _ help: Wording?, in language: Language) {
    complain("banbao: \(fault[language])")
    if let help { complain("  = \(help[language])") }
  }

  /// Writes a line over the last one of a terminal; empty text takes it away.
  static func overwrite(_ text: String) { write("\r\u{1B}[K" + text, to: 2) }

  /// Whether anybody watches: progress is for terminals only.
  static var isWatched: Bool { isatty(2) == 1 && Environment["TERM"] != "dumb" }

  /// Whether faults may be coloured: on a terminal, unless `NO_COLOR` is set (no-color.org).
  static var isColoured: Bool { isatty(2) == 1 && Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb" }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = written(descriptor, rest)
        if count <= 0 { return stop(errno, descriptor) }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Ends the program where what it says cannot be written: who reads a half of it takes it for the whole.
  private static func stop(_ errorNumber: Int32, _ descriptor: Int32) {
    // Nobody reads any more, or the complaint itself is lost: there is no one left to tell.
    guard errorNumber != EPIPE, descriptor == 1 else { return }
    complain(
      Wording(
        "输出没有写完：\(String(cString: strerror(errorNumber)))",
        en: "the output could not be written: \(String(cString: strerror(errorNumber)))"),
      nil, in: Environment.language(nil) ?? .chinese)
    exit(ExitCode.refused.rawValue)
  }

  private static func written(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      return Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
