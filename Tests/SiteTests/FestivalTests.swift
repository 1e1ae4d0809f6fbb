import BanbaoDiagnostics
import BanbaoSource
import Testing

@testable import BanbaoKinds

/// The festivals of the plan's calendar, against days that were published.
@Suite struct FestivalTests {
  private func day(_ name: String, _ year: Int) -> String? {
    festivals(of: year).first { $0.name.zh == name }?.day.iso
  }

  @Test(arguments: [
    (2000, "02-05", "06-06", "09-12"), (2020, "01-25", "06-25", "10-01"), (2023, "01-22", "06-22", "09-29"),
    (2024, "02-10", "06-10", "09-17"), (2025, "01-29", "05-31", "10-06"), (2026, "02-17", "06-19", "09-25"),
    (2027, "02-06", "06-09", "09-15"), (2030, "02-03", "06-05", "09-12"), (2033, "01-31", "06-01", "09-08"),
    (2060, "02-02", "06-03", "09-09"),
  ])
  func `festivals of the lunar calendar fall on the days of the State Council's yearly notices`(
    year: Int, spring: String, dragonBoat: String, midAutumn: String
  ) {
    #expect(day("春节", year) == "\(year)-\(spring)")
    #expect(day("端午节", year) == "\(year)-\(dragonBoat)")
    #expect(day("中秋节", year) == "\(year)-\(midAutumn)")
  }

  @Test(arguments: [
    (2000, 4), (2003, 5), (2008, 4), (2017, 4), (2019, 5), (2024, 4), (2025, 4), (2026, 5), (2027, 5), (2060, 4),
  ])
  func `清明 falls on 4 or 5 April`(year: Int, april: Int) {
    #expect(day("清明节", year) == "\(year)-04-\(padded(april, 2))")
  }

  @Test(arguments: 2000...2060)
  func `every year of the table has its festivals in plausible days`(year: Int) {
    let days = festivals(of: year)
    #expect(days.count == 12)
    #expect(days.map(\.day) == days.map(\.day).sorted())
    let spring = day("春节", year) ?? ""
    let dragonBoat = day("端午节", year) ?? ""
    let midAutumn = day("中秋节", year) ?? ""
    #expect("\(year)-01-21" <= spring && spring <= "\(year)-02-20")
    #expect("\(year)-05-27" <= dragonBoat && dragonBoat <= "\(year)-06-26")
    #expect("\(year)-09-07" <= midAutumn && midAutumn <= "\(year)-10-07")
  }

  @Test(arguments: [1, 1999, 2061, 9999])
  func `outside the table only the fixed days stand`(year: Int) {
    #expect(
      festivals(of: year).map(\.name.zh) == [
        "元旦", "三八国际妇女节", "五一国际劳动节", "5·12护士节", "六一儿童节", "8·8全民健身日", "国庆节", "环卫工人节",
      ])
  }
}
