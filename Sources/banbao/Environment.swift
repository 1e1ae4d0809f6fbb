import BanbaoDiagnostics

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

  /// Whether this is a run of continuous integration, whose runs shall not depend on each other.
  static var isAutomatic: Bool { Environment["CI"].map { $0 != "false" } ?? false }

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

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// Whether a file stands at a path, and no folder, device or pipe.
  static func isFile(_ path: String) -> Bool { kind(path) == S_IFREG }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// How many files the system lets the program hold open.
  static var openFiles: Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard getrlimit(files, &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  /// Nanoseconds from an unnamed beginning, which no change of the clock moves.
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }
}
