import BanbaoDiagnostics
import BanbaoSource

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the program takes from its surroundings. Nothing else in banbao looks at them.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// `BANBAO_LANG`, else the language of the locale; nil where neither says Chinese or English.
  static var language: Language? {
    for name in ["BANBAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Environment[name] else { continue }
      if value.hasPrefix("zh") { return .chinese }
      if value.hasPrefix("en") { return .english }
      // `C` and the like name no language; a locale that overrides others does so all the same.
      if name != "BANBAO_LANG" { return nil }
    }
    return nil
  }

  /// Seconds since 1970 from `SOURCE_DATE_EPOCH`, else from the clock.
  static var now: Int {
    if let epoch = Environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }) { return epoch }
    return time(nil)
  }

  /// The day in a time zone; an unknown zone counts as UTC, and `knows` tells of it.
  static func today(in zone: String) -> Day {
    var seconds = time_t(now)
    var parts = tm()
    // China keeps one time and has no summer time, so a machine without a zone database still knows its day.
    setenv("TZ", zone == "Asia/Shanghai" ? "<+08>-8" : zone, 1)
    tzset()
    localtime_r(&seconds, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(serial: now / 86_400)
  }

  /// Whether the machine's zone database has the zone; true where there is no database to ask.
  static func knows(zone: String) -> Bool {
    let database = "/usr/share/zoneinfo/"
    return access(database + "Asia", F_OK) != 0 || access(database + zone, F_OK) == 0
  }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Seconds from an unnamed beginning, for measuring how long something took.
  static var seconds: Double { Double(nanoseconds) / 1e9 }

  /// Nanoseconds from an unnamed beginning, which no change of the clock moves.
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }
}

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
        // Nobody reads any more: there is no one left to tell.
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  private static func written(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      return Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// Asks the desktop to show an address. Where there is no desktop, nothing happens: the address is printed anyway.
func openBrowser(_ address: String) {
  #if os(Linux)
    let program = "xdg-open"
  #else
    let program = "open"
  #endif
  var child = pid_t()
  let arguments = [strdup(program), strdup(address)]
  defer { for argument in arguments { free(argument) } }
  _ = posix_spawnp(&child, program, nil, nil, arguments + [nil], environ)
}
