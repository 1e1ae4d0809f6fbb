import Foundation
import Testing

@testable import BanbaoSource

private typealias SystemZone = Foundation.TimeZone

/// The table of time zones, held to Foundation's reading of the system's.
@Suite struct TimeZoneTests {
  private static let names: [String] = zoneTable.split(separator: "\n").flatMap { line in
    line.prefix { $0 != ";" }.split(separator: " ").map(String.init)
  }

  @Test func `the table has the zones of the whole world`() {
    #expect(Self.names.count > 590)
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Set(["Asia/Shanghai", "PRC", "Asia/Urumqi", "Asia/Hong_Kong", "UTC"]).subtracting(Self.names) == [])
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Shanghai")),
    arguments: [
      "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "America/New_York", "Europe/Moscow", "Pacific/Apia",
      "Australia/Lord_Howe", "Europe/Dublin", "America/Nuuk", "Asia/Gaza", "Africa/Casablanca", "America/Santiago",
      "Asia/Kolkata", "Etc/GMT-14", "Pacific/Kiritimati", "Antarctica/Troll",
    ])
  func `a zone has the time that the system's has`(name: String) throws {
    let ours = try #require(TimeZone(name: name))
    let theirs = try #require(SystemZone(identifier: name))
    // Every eleven hours and a bit from 1970 to 2037, where Foundation's table ends.
    for second in stride(from: 0, to: 2_114_380_800, by: 39_847) {
      let expected = theirs.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      try #require(ours.offset(at: second) == expected, "\(second)")
    }
  }

  @Test func `every name is found, and has a time in every year`() throws {
    for name in Self.names {
      let zone = try #require(TimeZone(name: name), "\(name)")
      for year in [1, 1969, 1970, 2026, 2100, 9999] {
        let day = try #require(Day(year: year, month: 7, day: 1))
        #expect(abs(zone.offset(at: day)) <= 14 * 3600)
      }
    }
  }

  @Test(arguments: ["", " ", "北京", "Asia", "Asia/", "asia/shanghai", "Asia/Shanghai ", "UTC;0", "Africa/Algiers;0"])
  func `what is no name is not found`(name: String) {
    #expect(TimeZone(name: name) == nil)
  }

  @Test func `a moment of any number has a day`() {
    for second in [Int.min, Int.min + 1, -1, 0, Int.max] {
      for name in ["UTC", "America/New_York", "Asia/Shanghai"] { _ = TimeZone(name: name)?.day(at: second) }
    }
    #expect(TimeZone.utc.day(at: -1) == Day(year: 1969, month: 12, day: 31))
  }

  @Test func `a day whose midnight the clocks leave out begins at the moment at which they are put forward`() throws {
    let zone = try #require(TimeZone(name: "Asia/Beirut"))
    let day = try #require(Day(year: 2026, month: 3, day: 29))
    // 00:00 by the clock of the day before is 01:00 by that of the day.
    #expect(zone.offset(at: day) == 2 * 3600)
    #expect(zone.offset(at: day.adding(days: 1)) == 3 * 3600)
  }
}
