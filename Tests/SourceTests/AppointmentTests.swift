import BanbaoDiagnostics
import Testing

@testable import BanbaoSource

@Suite struct `A time with its hour` {
  @Test(arguments: [
    ("2026-02-06 19:00", "2026-02-06", "19:00"), ("2026年2月6日19:00", "2026-02-06", "19:00"),
    ("2026年2月6日（星期五）晚上七点", "2026-02-06", "晚上七点"), ("2026/2/6 (周五) 19:00", "2026-02-06", "19:00"),
    ("２０２６年２月６日　１９：００", "2026-02-06", "１９：００"), ("2026-02-06", "2026-02-06", ""),
    ("2026-03-26/2026-04-03 每天17:40", "2026-03-26/2026-04-03", "每天17:40"),
    ("2026年3月26日至2026年4月3日", "2026-03-26/2026-04-03", ""), ("2026年2月6日星期五 下午", "2026-02-06", "下午"),
  ])
  func `is days and what stands behind them`(_ text: String, _ days: String, _ hour: String) throws {
    let when = try Appointment(reading: text)
    #expect(when.days.iso == days)
    #expect(when.hour == hour)
  }

  @Test(arguments: [
    ("2026年2月6日（星期六）19:00", "核对日期和星期"), ("2月6日19:00", "写上四位的年份；要是 2026 年，写成 2026-02-06 19:00"),
    ("2026年2月6日至8日 9:00", "写成 2026-02-06/2026-02-08 9:00"), ("2026.2.6 19:00", "写成 2026-02-06 19:00"),
    ("下周五晚上", "写出是哪一天，例如 2026-03-08；“下周五晚上”写进正文"),
  ])
  func `is refused with the way to write it`(_ text: String, _ help: String) {
    let fault = #expect(throws: Misread.self) { try Appointment(reading: text) }
    #expect(fault?.help?.zh == help)
  }

  @Test(arguments: [
    "", " ", "19:00", "2026-02-30 19:00", "2026-02-06-2026-02-01 9:00", String(repeating: "9", count: 400),
  ])
  func `is refused where it names no days`(_ text: String) {
    #expect(throws: Misread.self) { try Appointment(reading: text) }
  }
}
