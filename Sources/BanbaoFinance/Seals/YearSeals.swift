import BanbaoDiagnostics
package import BanbaoSource

/// What the pages of a year need of its seals.
package struct YearSeals: Sendable {
  /// One seal without what it closed of the ledger.
  package struct Kept: Sendable {
    package let period: Period
    package let day: Day
    package let digest: Digest
    /// The lines of the sheet.
    let sheet: [SealLine]
    /// The corrections that it holds.
    let corrections: [SealLine]

    init(_ seal: Seal) {
      period = seal.period.value
      day = seal.day.value
      digest = seal.digest
      sheet = seal.lines(.sheet)
      corrections = seal.lines(.correction)
    }
  }

  /// In the order of the chain.
  package let all: [Kept]
  /// The periods whose books differ from their last seal, as a correction says.
  package internal(set) var corrected: Set<Period> = []

  init(_ all: [Kept] = []) { self.all = all }

  /// The seals of a period, oldest first.
  package subscript(period: Period) -> [Kept] { all.filter { $0.period == period } }

  /// The seal that a period's books are as: its last, unless they were corrected since.
  func standing(_ period: Period) -> Kept? { corrected.contains(period) ? nil : self[period].last }
}

extension BookedYear {
  /// The last seal of each period, as the books tell of it.
  var sealNotes: [String] {
    let seals = books.seals
    return Set(seals.all.map(\.period)).sorted().compactMap { seals[$0].last }.map { seal in
      let correction = seals.corrected.contains(seal.period) ? "，以后的更正还没有再封账" : ""
      return
        "\(seal.period.wording.zh) \(seal.day.iso) 封账\(correction)，封账码 \(seal.digest.shortCode)，SHA-256 \(seal.digest.hexadecimal)"
    }
  }
}
