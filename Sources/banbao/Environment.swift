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

  /// The language asked for, else that of `BANBAO_LANG`, else of the locale; nil where none says Chinese or English.
  static func language(_ asked: Language?) -> Language? {
    if let asked { return asked }
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

  /// Makes a time zone the program's own; an unknown zone counts as UTC, and `knows` tells of it.
  static func enter(zone: String) {
    // China keeps one time and has no summer time, so a machine without a zone database still knows its day.
    setenv("TZ", zone == "Asia/Shanghai" ? "<+08>-8" : zone, 1)
    tzset()
  }

  /// Seconds east of UTC in the program's time zone.
  ///
  /// - Parameter seconds: since 1970 by the zone's own clock.
  static func offset(at seconds: Int) -> Int {
    parts(at: seconds - parts(at: seconds).tm_gmtoff).tm_gmtoff
  }

  private static func parts(at seconds: Int) -> tm {
    var moment = time_t(seconds)
    var local = tm()
    localtime_r(&moment, &local)
    return local
  }

  /// The day in the program's time zone.
  static var today: Day {
    let parts = parts(at: now)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(serial: now / 86_400)
  }

  /// Whether the machine's zone database has the zone; true where there is no database to ask.
  static func knows(zone: String) -> Bool {
    let database = "/usr/share/zoneinfo/"
    return access(database + "Asia", F_OK) != 0 || access(database + zone, F_OK) == 0
  }

  /// What leads from the current folder to the nearest one above it, itself first, that holds a site: empty, `../`,
  /// `../../`; nil where there is none.
  static var wayToSite: String? {
    var way = ""
    while access(way + "content/site.yaml", F_OK) != 0 {
      var here = stat()
      var above = stat()
      guard stat(way + ".", &here) == 0, stat(way + "..", &above) == 0 else { return nil }
      // The root is its own parent.
      if here.st_ino == above.st_ino, here.st_dev == above.st_dev { return nil }
      way += "../"
    }
    return way
  }

  /// Whether something stands at a path.
  static func holds(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Nanoseconds from an unnamed beginning, which no change of the clock moves.
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }
}
