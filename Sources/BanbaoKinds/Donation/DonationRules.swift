package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Donation {
  package static let rules = DonationRules.all

  package static func check(_ entries: [Entry<Donation>], in library: Library) -> [Diagnostic] {
    entries.flatMap { checkGiven($0) }
  }

  /// More handed over than there was, or handed over to nobody, or without a receipt.
  private static func checkGiven(_ entry: Entry<Donation>) -> [Diagnostic] {
    let donation = entry.record
    guard let given = donation.given, given.value.number.fen > 0 else { return [] }
    var faults: [Diagnostic] = []
    if let raised = donation.raised?.exact, let given = given.exact, raised.value < given.value {
      faults.append(
        DonationRules.balance.at(
          entry.place(given.mark),
          Wording(
            "捐出 \(given.value.grouped) 元，比募集的 \(raised.value.grouped) 元还多",
            en: "\(given.value.grouped) were handed over, more than the \(raised.value.grouped) that were raised"),
          help: Wording(
            "对照收据改正；工会另外拨的钱，另写一条慰问或福利", en: "compare the receipt; what the union itself added is a record of its own"),
          related: [Related(entry.place(raised.mark), Wording("募集金额", en: "what was raised"))]))
    }
    let missing = [(donation.recipient, Keys.recipient.name), (donation.receipt, Keys.receipt.name)].compactMap {
      value, key in value == nil ? entry.keys[key] : nil
    }
    guard !missing.isEmpty else { return faults }
    let (zh, en) = (missing.map { "“\($0)”" }.joined(separator: "和"), missing.joined(separator: " and "))
    return faults + [
      DonationRules.receipt.at(
        entry.place(given.mark), Wording("钱已经捐出，没有写\(zh)", en: "the money was handed over, but \(en) is not said"),
        help: Wording("补上\(zh)，捐款的会员才知道钱到了哪里", en: "add \(en), so that those who gave know where it went"))
    ]
  }

  /// What was raised is handed over within two months.
  package static func due(_ entries: [Entry<Donation>], in library: Library) -> [Due] {
    entries.compactMap { entry in
      guard let raised = entry.record.raised, raised.value.number.fen > 0,
        (entry.record.given?.value.number.fen ?? 0) < raised.value.number.fen
      else { return nil }
      return Due(
        place: entry.place(raised.mark), title: entry.title,
        task: Wording("募集的捐款要交给接收单位", en: "hand over what was raised"), day: entry.date.last.adding(days: 60),
        remedy: Wording(
          "交出以后写上“\(entry.keys[Keys.given])”和“\(entry.keys[Keys.receipt])”",
          en: "then write \(entry.keys[Keys.given]) and \(entry.keys[Keys.receipt])"))
    }
  }
}

package enum DonationRules {
  package static let name = Rule(
    "donation-name", .error,
    Wording(
      "捐助只公开事由、人数和金额，不写姓名：受助的人有隐私，捐款的人不排名。",
      en:
        "A donation is a cause, a count and a sum, never a name: those who are helped have their privacy, and givers no rank."
    ),
    wrong: "title: 为张秀英捐款\nfor: 帮扶患病职工张秀英\nraised: 23400", right: "title: 为患病职工捐款\nfor: 帮扶患病职工\nraised: 23400")
  package static let balance = Rule(
    "donation-balance", .error,
    Wording("捐出的不会比募集的多。", en: "No more is handed over than was raised."),
    wrong: "for: 帮扶受灾群众\nraised: 23400\ngiven: 24300\ngiven_to: 县慈善会\nreceipt: 000812",
    right: "for: 帮扶受灾群众\nraised: 23400\ngiven: 23400\ngiven_to: 县慈善会\nreceipt: 000812")
  package static let receipt = Rule(
    "donation-receipt", .warning,
    Wording("捐出的钱写明交给了谁、收据号码。", en: "What was handed over says to whom, and the receipt."),
    wrong: "for: 帮扶受灾群众\nraised: 23400\ngiven: 23400",
    right: "for: 帮扶受灾群众\nraised: 23400\ngiven: 23400\ngiven_to: 县慈善会\nreceipt: 000812")
  package static let all = [name, balance, receipt]
}
