import TestSupport
import Testing

/// Trees built in different surroundings are byte-equal.
@Suite struct SameSiteTests {
  private static let day = ["--as-of", "2026-11-22"]

  private func sample(_ arguments: [String] = [], _ environment: [String: String] = [:]) throws
    -> [String: [UInt8]]
  {
    let site = try TemporaryFolder()
    let result = try Program.run(
      ["build", "--strict", "--no-cache", "--content", Repository.path("content")] + Self.day + arguments, in: site.url,
      environment)
    try #require(result.status == 0, "\(result.errors)")
    return try site.files("public")
  }

  @Test func `the sample site is the same with one task and with eight, and in every locale and time zone`() throws {
    let expected = try sample(["--jobs", "1"])
    #expect(expected.count > 150)
    #expect(try sample(["--jobs", "8"]) == expected)
    #expect(
      try sample([], ["LANG": "zh_CN.UTF-8", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"])
        == expected)
    #expect(try sample(["--lang", "en"], ["LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]) == expected)
  }

  @Test func `the order in which files are made decides nothing`() throws {
    let forwards = try TemporaryFolder(goodSite)
    let backwards = try TemporaryFolder()
    for (path, text) in goodSite.reversed() { try backwards.write(text, to: path) }
    for site in [forwards, backwards] {
      #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    }
    #expect(try forwards.files("public") == backwards.files("public"))
  }

  @Test(arguments: ["text", "json", "sarif", "github"])
  func `diagnostics are the same with one task and with eight`(format: String) throws {
    let site = try TemporaryFolder(goodSite)
    for number in 0..<40 { try site.write(wrongNotice, to: "content/notices/\(number).md") }
    let results = try ["1", "8"].map {
      try site.run("check", "--format", format, "--jobs", $0, "--as-of", "2026-02-20")
    }
    #expect(results[0].output == results[1].output)
    let faults = results.map { $0.errors.split(separator: "\n").dropLast() }
    #expect(faults[0] == faults[1])
    #expect(results.map(\.status) == [1, 1])
  }
}

@Suite struct TodayTests {
  /// Midnight of 8 March 2026 in Shanghai (UTC+8, no summer time) as seconds since 1970.
  private static let midnight = 1_772_899_200

  struct Moment: Sendable, CustomTestStringConvertible {
    var seconds: Int
    var zone: String
    var isPublished: Bool
    var testDescription: String { "\(zone) \(seconds)" }
  }

  @Test(
    arguments: [
      Moment(seconds: midnight - 1, zone: "Asia/Shanghai", isPublished: false),
      Moment(seconds: midnight, zone: "Asia/Shanghai", isPublished: true),
      Moment(seconds: midnight + 8 * 3600 - 1, zone: "UTC", isPublished: false),
      Moment(seconds: midnight + 8 * 3600, zone: "UTC", isPublished: true),
      Moment(seconds: midnight + 13 * 3600 - 1, zone: "America/New_York", isPublished: false),
      Moment(seconds: midnight + 13 * 3600, zone: "America/New_York", isPublished: true),
    ], ["UTC", "Pacific/Kiritimati"])
  func `today begins at midnight of the site's time zone`(moment: Moment, machine: String) throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("title: 板报\nunion: 工会\ntime_zone: \(moment.zone)\n", to: "content/site.yaml")
    let result = try site.run(
      "build", environment: ["SOURCE_DATE_EPOCH": "\(moment.seconds)", "TZ": machine])
    #expect(result.status == 0)
    #expect(site.exists("public/notices/c.html") == moment.isPublished)
  }

  @Test(arguments: ["2026-03-07", "2026年3月8日"])
  func `--as-of goes before SOURCE_DATE_EPOCH`(day: String) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("build", "--as-of", day, environment: ["SOURCE_DATE_EPOCH": "4000000000"])
    #expect(result.status == 0)
    #expect(site.exists("public/notices/c.html") == (day == "2026年3月8日"))
  }

  @Test(arguments: ["", "x", "-1", "9223372036854775807", "-9223372036854775808", "1e9"])
  func `a SOURCE_DATE_EPOCH that is no number of seconds is wrong usage, and none where it is empty or not needed`(
    epoch: String
  ) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("check", environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(result.status == (epoch.isEmpty ? 0 : 64))
    #expect(result.errors.contains("SOURCE_DATE_EPOCH") == !epoch.isEmpty)
    #expect(try site.run("check", "--as-of", "2026-03-08", environment: ["SOURCE_DATE_EPOCH": epoch]).status == 0)
    for arguments in [["summary", "2026"], ["new", "notice", "甲"]] {
      let result = try Program.run(arguments, in: site.url, ["SOURCE_DATE_EPOCH": epoch])
      #expect((result.status == 64) == !epoch.isEmpty, "\(arguments)")
    }
  }

  @Test(arguments: [["check"], ["build"], ["new", "notice", "甲"]])
  func `a time zone that does not exist is warned of at its place, whatever needs the day`(arguments: [String]) throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("title: 板报\nunion: 工会\ntime_zone: 北京\n", to: "content/site.yaml")
    let result = try Program.run(arguments, in: site.url, ["BANBAO_LANG": "en"])
    #expect(result.status == 0)
    #expect(result.errors.contains("content/site.yaml:3:12: warning: "))
    #expect(result.errors.contains("time_zone: 北京\n"))
  }

  @Test func `where the day is given, a new file needs no time zone`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("title: 板报\nunion: 工会\ntime_zone: 北京\n", to: "content/site.yaml")
    let result = try site.run("new", "notice", "甲", "--as-of", "2026-03-08")
    #expect(result.status == 0 && result.errors == "")
  }
}
