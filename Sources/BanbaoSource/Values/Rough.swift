package import BanbaoDiagnostics

/// How exactly a figure is known.
package enum Precision: Hashable, Sendable {
  case exact
  /// 近300: not quite as many.
  case nearly
  /// 300余: that many and some more.
  case over
  /// 约300: one way or the other.
  case about

  /// What a sum is known to be of which both are parts.
  package func joined(_ other: Precision) -> Precision {
    if self == other || other == .exact { return self }
    return self == .exact ? other : .about
  }
}

/// A figure that may be known roughly, and is then printed as its author wrote it: 近300, 300余, 约300.
package struct Rough<Number: Sendable>: Sendable {
  package var number: Number
  package var precision: Precision

  package init(_ number: Number, _ precision: Precision = .exact) {
    self.number = number
    self.precision = precision
  }

  package var isExact: Bool { precision == .exact }

  /// A printed figure with the word for how exactly it is known.
  package func words(_ printed: String) -> Wording {
    switch precision {
    case .exact: Wording(printed, en: printed)
    case .nearly: Wording("近\(printed)", en: "nearly \(printed)")
    case .over: Wording("\(printed)余", en: "more than \(printed)")
    case .about: Wording("约\(printed)", en: "about \(printed)")
    }
  }

  /// Reads a figure with or without such a word.
  ///
  /// - Parameter read: reads the figure alone.
  init(reading text: String, _ read: (String) throws(Misread) -> Number) throws(Misread) {
    let (precision, bare) = roughFigure(text) ?? (.exact, text)
    do {
      self.init(try read(bare), precision)
      return
    } catch {
      guard let meant = meantFigure(text) else { throw refusal(text, read) ?? error }
      // What is said of the whole text names what its author wrote.
      var fault = refusal(text, read) ?? error
      fault.help = Wording("写成 \(meant)", en: "write \(meant)")
      fault.remedy = nil
      throw fault
    }
  }
}

/// How exactly a text says that its figure is known, and the figure alone, a unit of money left behind it; nil where it
/// says nothing of that.
private func roughFigure(_ text: String) -> (Precision, String)? {
  // Every figure of every record is asked.
  guard text.utf8.contains(where: { $0 > 127 }) else { return nil }
  let bare = text.filter { !$0.isWhitespace }
  if bare.hasPrefix("近") { return (.nearly, String(bare.dropFirst())) }
  if bare.hasPrefix("约") { return (.about, String(bare.dropFirst())) }
  if bare.hasSuffix("余") { return (.over, String(bare.dropLast())) }
  if bare.hasSuffix("余元") { return (.over, bare.dropLast(2) + "元") }
  return nil
}

/// What is wrong with a text as a figure; nil where nothing is.
private func refusal<Number>(_ text: String, _ read: (String) throws(Misread) -> Number) -> Misread? {
  do {
    _ = try read(text)
    return nil
  } catch {
    return error
  }
}

/// How a rough figure in other words is written: 近300人次, 300多, 大约300; nil for what is no such figure.
private func meantFigure(_ text: String) -> String? {
  let folded = foldedFullWidth(text)
  let isAnother = folded.contains { "-()负△▲万千百十亿半%‰/每第".contains($0) }
  let runs = folded.split { !($0.isWholeNumber || ",.".contains($0)) }
  guard !isAnother, runs.count == 1, let number = runs.first else { return nil }
  let kinds: [(words: [String], precision: Precision)] = [
    (["不足", "不到", "近"], .nearly), (["余", "多", "超过", "以上"], .over), (["约", "左右", "上下", "大概"], .about),
  ]
  let found = kinds.filter { $0.words.contains { folded.contains($0) } }
  return found.count == 1 ? found.first.map { Rough(0, $0.precision).words(String(number)).zh } : nil
}

/// A count that may be rough.
package typealias Count = Rough<Int>

extension Located where Value == Count {
  /// The count where it is known exactly, for rules that compare counts.
  package var exact: Located<Int>? { value.isExact ? Located<Int>(value.number, mark) : nil }
}

extension Located where Value == Rough<Money> {
  /// The amount where it is known exactly.
  package var exact: Located<Money>? { value.isExact ? Located<Money>(value.number, mark) : nil }
}
