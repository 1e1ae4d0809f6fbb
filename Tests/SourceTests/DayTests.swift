import BanbaoDiagnostics
import Testing

@testable import BanbaoSource

@Suite struct `A day` {
  @Test func `counts on without a gap from 1900 to 2100, and back`() throws {
    var expected = try #require(Day(year: 1900, month: 1, day: 1)).serial
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for number in 1...length {
          let day = try #require(Day(year: year, month: index + 1, day: number))
          #expect(day.serial == expected)
          #expect(day.parts == (year, index + 1, number))
          #expect(try Day(reading: day.iso) == day)
          #expect(try Day(reading: day.chinese) == day)
          expected += 1
        }
        #expect(Day(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
  }

  @Test(
    arguments: [
      ("1970-01-01", 3), ("2026-11-22", 6), ("2026-03-08", 6), ("2026-02-16", 0), ("1900-01-01", 0),
      ("2000-02-29", 1),
    ])
  func `knows its weekday, Monday being 0`(_ text: String, _ weekday: Int) throws {
    #expect(try Day(reading: text).weekday == weekday)
  }

  @Test(
    arguments: [
      "2026-03-08", "2026-3-8", "2026年3月8日", "2026年03月08日", "2026/3/8", "2026/03/08", "２０２６年３月８日",
      "２０２６－０３－０８", "２０２６／３／８",
    ])
  func `is read in each of its forms, also full-width`(_ text: String) throws {
    #expect(try Day(reading: text).iso == "2026-03-08")
  }

  @Test(
    arguments: [
      ("2026.3.8", "应写成 2026-03-08"), ("20260308", "应写成 2026-03-08"),
      ("46089", "这像是 Excel 的日期序号，应写成 2026-03-08"), ("2026-03-08 14:00", "应写成 2026-03-08；“14:00”写进正文"),
      ("2026-03-08 0:00", "应写成 2026-03-08"), ("2026-03-08T00:00:00Z", "应写成 2026-03-08"),
      ("2026-03-08 10:00-12:00", "应写成 2026-03-08；“10:00-12:00”写进正文"),
      ("2026年3月8日（星期日）", "应写成 2026-03-08"), ("二〇二六年三月八日", "应写成 2026-03-08"),
      ("二○二六年十二月三十一日", "应写成 2026-12-31"), ("二〇二六年十月二十日", "应写成 2026-10-20"),
      ("2026 年 3 月 8 日", "应写成 2026-03-08"), ("2026/3-8", "应写成 2026-03-08"),
      ("26-03-08", "例如 2026-03-08"), ("26年3月8日", "例如 2026-03-08"),
      ("2026年3月", "写到哪一天，例如 2026-03-08"), ("昨天", "写出是哪一天，例如 2026-03-08；“昨天”写进正文"),
      ("2026年3月上旬", "写出是哪一天，例如 2026-03-08；“2026年3月上旬”写进正文"),
      ("每月15日", "写出是哪一天，例如 2026-03-08；“每月15日”写进正文"),
      ("3月8日", "写上四位的年份；要是 2026 年，应写成 2026-03-08"), ("3.8", "写上四位的年份；要是 2026 年，应写成 2026-03-08"),
      ("三月八日上午", "写上四位的年份；要是 2026 年，应写成 2026-03-08；“上午”写进正文"),
      ("2026-3-8（农历正月二十）", "应写成 2026-03-08；“（农历正月二十）”写进正文"),
      ("", "像 2026-03-08、2026年3月8日 或 2026/3/8 这样写"),
      ("99999999999999999999", "像 2026-03-08、2026年3月8日 或 2026/3/8 这样写"),
      ("2026-03-08-", "应写成 2026-03-08"), ("-2026-03-08", "应写成 2026-03-08"),
    ])
  func `in another form is refused with what was meant`(_ text: String, _ help: String) {
    let misread = #expect(throws: Misread.self) { try Day(reading: text) }
    #expect(misread?.rule == ValueRules.dayForm)
    #expect(misread?.help?.zh == help)
  }

  @Test(
    arguments: [
      ("2026-02-29", "2026年2月最后一天是 28 日，请核对"), ("2024-2-30", "2024年2月最后一天是 29 日，请核对"),
      ("2026年4月31日", "2026年4月最后一天是 30 日，请核对"), ("2026-13-01", "月份是 1 到 12，没有 13 月"),
      ("2026-00-01", "月份是 1 到 12，没有 0 月"), ("2026-03-00", "每月从 1 日算起"),
      ("0000-01-01", "年份从 1 算起"),
    ])
  func `that does not exist is refused with what does`(_ text: String, _ help: String) {
    let misread = #expect(throws: Misread.self) { try Day(reading: text) }
    #expect(misread?.rule == ValueRules.dayImpossible)
    #expect(misread?.help?.zh == help)
  }

  @Test(arguments: [
    "农历八月十五", "2026年农历八月十五", "2026年八月十五", "2026年三月廿八", "2026年腊月初八", "正月初八", "廿八", "腊月", "二〇二六年三月初八",
    "2026年闰四月初一", "丙午年八月十五", "2026年三月廿八日", "2026年中秋节", "正月初一至正月十五", "2026年八月十五至八月十六",
  ])
  func `of the Chinese calendar is to be converted, and no other day is offered`(_ text: String) {
    for misread in [
      #expect(throws: Misread.self) { try Day(reading: text) },
      #expect(throws: Misread.self) { try DaySpan(reading: text) },
      #expect(throws: Misread.self) { try DaySpan.readDay(text) },
    ] {
      #expect(misread?.help?.zh == "这是农历，换算成公历再写")
      #expect(misread?.remedy == nil)
    }
  }

  @Test(arguments: ["2026-03-08、10", "2026年3月8日和10日", "2026-03-08/2026-03-10", "2026.3.8-3.10"])
  func `where several are written is to be one of them, all of them named`(_ text: String) {
    let misread = #expect(throws: Misread.self) { try DaySpan.readDay(text) }
    #expect(misread?.rule == ValueRules.spanNotAllowed)
    #expect(misread?.help?.zh == "只写其中一天，2026-03-08 或 2026-03-10，其余的写进正文")
  }

  @Test func `is printed without leading zeros in Chinese and with them for machines`() throws {
    let day = try #require(Day(year: 926, month: 3, day: 8))
    #expect(day.chinese == "926年3月8日")
    #expect(day.iso == "0926-03-08")
    #expect(day.adding(days: -8).iso == "0926-02-28")
  }
}

@Suite struct `A span of days` {
  @Test(
    arguments: [
      "2026-03-26/2026-04-03", "2026-03-26 / 2026-04-03", "2026年3月26日/2026年4月3日",
      "2026/3/26/2026/4/3", "2026-03-26至2026-04-03", "2026-03-26到2026-04-03",
      "2026-03-26～2026-04-03", "２０２６－３－２６／２０２６－４－３", "2026年3月26日 至 2026年4月3日",
    ])
  func `is read with any of its joining signs`(_ text: String) throws {
    #expect(try DaySpan(reading: text).iso == "2026-03-26/2026-04-03")
  }

  @Test func `may be one day`() throws {
    let span = try DaySpan(reading: "2026/3/8")
    #expect(span.isOneDay)
    #expect(span.iso == "2026-03-08")
    #expect(span.chinese == "2026年3月8日")
  }

  @Test(
    arguments: [
      ("2026-03-26/2026-04-03", "2026年3月26日至4月3日"), ("2026-03-26/2026-03-30", "2026年3月26日至30日"),
      ("2025-12-30/2026-01-02", "2025年12月30日至2026年1月2日"),
    ])
  func `is printed without saying twice what its ends share`(_ text: String, _ chinese: String)
    throws
  {
    #expect(try DaySpan(reading: text).chinese == chinese)
  }

  @Test(
    arguments: [
      ("2026年3月26日至4月3日", "应写成 2026-03-26/2026-04-03"),
      ("2026年3月26日至30日", "应写成 2026-03-26/2026-03-30"),
      ("2026年3月26-30日", "应写成 2026-03-26/2026-03-30"),
      ("2026-03-26/04-03", "应写成 2026-03-26/2026-04-03"),
      ("2026-03-26—2026-04-03", "应写成 2026-03-26/2026-04-03"),
      ("2026-03-26 - 2026-04-03", "应写成 2026-03-26/2026-04-03"),
      ("2026-03-26/", "像 2026-03-26/2026-04-03 这样写，两头都写全"),
      ("2026-03-26至今", "像 2026-03-26/2026-04-03 这样写，两头都写全"),
      ("2026-03-08 14:00", "应写成 2026-03-08；“14:00”写进正文"),
      ("2026-03-08 8时30分", "应写成 2026-03-08；“8时30分”写进正文"),
      ("2026年3月8、9日", "应写成 2026-03-08/2026-03-09"), ("2026.3.8-3.10", "应写成 2026-03-08/2026-03-10"),
      ("2026.3.8~10", "应写成 2026-03-08/2026-03-10"), ("2026-03-08,2026-03-09", "应写成 2026-03-08/2026-03-09"),
      ("2026年12月30日至1月2日", "应写成 2026-12-30/2027-01-02"), ("2026/3/8-3/10", "应写成 2026-03-08/2026-03-10"),
      ("2026年3月8日（周日）—10日（周二）", "应写成 2026-03-08/2026-03-10"),
      ("2026年3月8日和9日下午", "应写成 2026-03-08/2026-03-09；“下午”写进正文"),
      ("2026年3月8、9两日", "应写成 2026-03-08/2026-03-09；“两日”写进正文"),
      ("2026年3月8日14时至9日18时", "应写成 2026-03-08/2026-03-09；“14时…18时”写进正文"),
      ("2026年3月8日 9日 10日", "应写成 2026-03-08/2026-03-10"),
      ("自2026年3月8日起至2026年3月10日止", "应写成 2026-03-08/2026-03-10"),
      ("2026年3月8日—3月10日（三天）", "应写成 2026-03-08/2026-03-10；“（三天）”写进正文"),
      ("3-8至3-10", "写上四位的年份；要是 2026 年，应写成 2026-03-08/2026-03-10"),
      ("三月八日、九日", "写上四位的年份；要是 2026 年，应写成 2026-03-08/2026-03-09"),
      ("冬至", "写出是哪一天，例如 2026-03-08；“冬至”写进正文"),
      (
        "3月8日/10日/12日",
        "写上四位的年份；要是 2026 年，一条记录写一段日期 2026-03-08/2026-03-12，正文里说明是哪几天；或者分成几条记录：2026-03-08、2026-03-10、2026-03-12"
      ),
      (
        "2026-03-26、2026-03-28",
        "一条记录写一段日期 2026-03-26/2026-03-28，正文里说明是哪几天；或者分成几条记录：2026-03-26、2026-03-28"
      ),
      (
        "2026-03-08、10", "一条记录写一段日期 2026-03-08/2026-03-10，正文里说明是哪几天；或者分成几条记录：2026-03-08、2026-03-10"
      ),
      (
        "2026年3月8日至10日、12日",
        "一条记录写一段日期 2026-03-08/2026-03-12，正文里说明是哪几天；或者分成几条记录：2026-03-08/2026-03-10、2026-03-12"
      ),
    ])
  func `in another form is refused with what was meant`(_ text: String, _ help: String) {
    let misread = #expect(throws: Misread.self) { try DaySpan(reading: text) }
    #expect(misread?.rule == ValueRules.dayForm)
    #expect(misread?.help?.zh == help)
  }

  @Test(arguments: ["2026-04-03/2026-03-26", "2026.4.3-2026.3.26"])
  func `that runs backwards is refused with its ends exchanged`(text: String) {
    let misread = #expect(throws: Misread.self) { try DaySpan(reading: text) }
    #expect(misread?.rule == ValueRules.spanBackwards)
    #expect(misread?.help?.zh == "核对这两天；只是写反了，就写成 2026-03-26/2026-04-03")
  }

  @Test func `with an impossible end names that end`() {
    let misread = #expect(throws: Misread.self) { try DaySpan(reading: "2026-02-30/2026-03-02") }
    #expect(misread?.rule == ValueRules.dayImpossible)
    #expect(misread?.message.zh == "日历上没有“2026-02-30”这一天")
  }

  @Test(arguments: ["2026年2月27日、29日", "2026.2.27-2.29"])
  func `with an impossible day written short says the month's last day`(text: String) {
    let misread = #expect(throws: Misread.self) { try DaySpan(reading: text) }
    #expect(misread?.rule == ValueRules.dayImpossible)
    #expect(misread?.help?.zh == "2026年2月最后一天是 28 日，请核对")
  }

  @Test func `comes before another that begins later, or ends later`() throws {
    let spans = try ["2026-03-27", "2026-03-26/2026-04-03", "2026-03-26"].map {
      try DaySpan(reading: $0)
    }
    #expect(
      spans.sorted().map(\.iso) == ["2026-03-26", "2026-03-26/2026-04-03", "2026-03-27"])
  }
}
