import ArgumentParser
import BanbaoDiagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams that the program writes to.
enum Output {
  // What is told may hold names of files and words of authors. So that none moves a cursor, colours the screen, or begins a
  // line that a program takes for a command, control characters are shown as their pictures.

  /// Prints one line.
  static func print(_ line: String) { write(printable(line) + "\n", to: 1) }
  static func complain(_ line: String) { write(printable(line) + "\n", to: 2) }

  /// Prints lines that hold no line feed of an author's.
  static func print(lines: String) { write(ended(printable(lines, keeping: ["\n", "\t"])), to: 1) }
  static func complain(lines: String) { write(ended(printable(lines, keeping: ["\n", "\t"])), to: 2) }

  /// Prints what was made for a program or a coloured terminal, as it is: its form escapes what it holds.
  static func print(form: String) { write(ended(form), to: 1) }
  static func complain(form: String) { write(ended(form), to: 2) }

  private static func ended(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

  /// Why the program cannot go on, and the remedy where there is one.
  static func complain(_ fault: Wording, _ help: Wording?, in language: Language) {
    complain("banbao: \(fault[language])")
    if let help { complain("  = \(help[language])") }
  }

  /// Writes a line over the last one of a terminal; empty text takes it away.
  ///
  /// With blanks, since `NO_COLOR` is also set by those whose terminal knows no escapes.
  static func overwrite(_ text: String) { write("\r" + String(repeating: " ", count: 60) + "\r" + text, to: 2) }

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
    // Nobody reads any more, and there is no one left to tell.
    if errorNumber == EPIPE { return }
    // A complaint that is lost cannot be complained of. Where it was to go into a file, the exit code still says it; a
    // terminal that has gone does not end a preview.
    guard descriptor == 1 else {
      if [ENOSPC, EDQUOT, EFBIG].contains(errorNumber) { exit(ExitCode.refused.rawValue) }
      return
    }
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
