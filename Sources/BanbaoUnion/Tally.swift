package import BanbaoDiagnostics
package import BanbaoSource

/// A figure that is added up over records. Sums that no number can hold stay at the greatest one.
package protocol Addable: Sendable {
  /// The sum of both; the greatest or least value where no number can hold it.
  func adding(_ other: Self) -> Self
  /// As charts draw it: a count, or an amount in fen.
  var wholeUnits: Int64 { get }
  /// As pages print it.
  var printed: Wording { get }
}

extension Int: Addable {
  /// Stays at the greatest or least number.
  package func adding(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }

  package var wholeUnits: Int64 { Int64(clamping: self) }
  package var printed: Wording { bare(formatted(count: self)) }
}

extension Money: Addable {
  /// Stays at the greatest or least amount.
  package func adding(_ other: Money) -> Money {
    let (sum, overflows) = fen.addingReportingOverflow(other.fen)
    return Money(fen: overflows ? (other.fen < 0 ? .min : .max) : sum)
  }

  package var wholeUnits: Int64 { fen }
  package var printed: Wording { bare(grouped) }
}

extension Rough: Addable where Number: Addable {
  /// Rough where either is.
  package func adding(_ other: Rough) -> Rough {
    Rough(number.adding(other.number), precision.joined(other.precision))
  }

  package var wholeUnits: Int64 { number.wholeUnits }

  /// Nobody knows the fen of a rough amount.
  package var printed: Wording {
    let figure = number.printed.zh
    return words(isExact || !figure.hasSuffix(".00") ? figure : String(figure.dropLast(3)))
  }
}

/// Digits, which are the same in both languages.
private func bare(_ digits: String) -> Wording { Wording(digits, en: digits) }

/// A total over records of which some may lack the figure: what is known, and how many do not say.
package struct Tally<Amount: Addable>: Sendable {
  /// Nil where no record gives the figure; never 0 in its place.
  package private(set) var sum: Amount?
  /// How many records lack the figure.
  package private(set) var missing = 0

  /// - Parameter figures: one for each record, nil where the record lacks it.
  package init(_ figures: some Sequence<Amount?>) {
    for figure in figures { add(figure) }
  }

  /// Takes in the figure of one more record, nil where the record lacks it.
  package mutating func add(_ figure: Amount?) {
    guard let figure else {
      missing &+= 1
      return
    }
    sum = sum.map { $0.adding(figure) } ?? figure
  }

  /// `1120`, `1120（另有1条〔待补〕）`, or 〔待补〕 alone; without a unit.
  package var words: Wording {
    guard let sum else { return Wording(missingMark, en: missingMark) }
    guard missing > 0 else { return sum.printed }
    return Wording(
      "\(sum.printed.zh)（另有\(missing)条\(missingMark)）",
      en: "\(sum.printed.en) (\(missing) \(missing == 1 ? "record" : "records") more: \(missingMark))")
  }
}
