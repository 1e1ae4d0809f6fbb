import ArgumentParser
import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource

/// What `banbao new` is asked to begin.
enum StartingKind {
  /// A record, of a sort such as 公示 where the word named one.
  case record(KindReference, sort: String?)
  /// A year of a register, such as the books of account.
  case year(any Register.Type)

  /// - Parameter word: the name of a kind in either language, its folder, its section, or a sort of its records.
  /// - Throws: wrong usage, with a near miss.
  init(_ word: String) throws {
    let references = Kinds.model.references
    if let reference = references.first(where: { $0.isCalled(word) }) {
      self = .record(reference, sort: nil)
      return
    }
    if let register = Kinds.model.registers.first(where: { $0.names.contains(word.lowercased()) }) {
      self = .year(register)
      return
    }
    let found = references.filter { $0.sorts.contains(word) }
    switch found.count {
    case 1: self = .record(found[0], sort: word)
    case 0: throw Self.unknown(word, references)
    default:
      let names = found.map(\.name.zh).joined(separator: "、")
      throw ValidationError(
        "“\(word)”在几类里都有，先写是哪一类：\(names)",
        en: "“\(word)” is a sort of several kinds; name the kind: \(found.map(\.folder).joined(separator: ", "))")
    }
  }

  private static func unknown(_ word: String, _ references: [KindReference]) -> ValidationError {
    let registers = Kinds.model.registers.compactMap { $0.names.first }
    let near = nearest(
      to: word,
      among: references.flatMap { [$0.name.zh, $0.name.en.lowercased(), $0.folder] } + references.flatMap(\.sorts)
        + registers)
    return ValidationError(
      "没有“\(word)”这一类\(near.map { "，是不是“\($0)”？" } ?? "；")可以写："
        + (references.map(\.name.zh) + registers).joined(separator: "、"),
      en: "there is no kind “\(word)”\(near.map { ", did you mean “\($0)”? The" } ?? "; the") kinds are: "
        + references.map(\.folder).joined(separator: ", "))
  }
}

extension KeyLanguage: ExpressibleByArgument {
  package init?(argument: String) {
    switch argument {
    case "zh", "zh-Hans": self = .chinese
    case "en": self = .english
    default: return nil
    }
  }

  package var defaultValueDescription: String { self == .chinese ? "zh" : "en" }

  package static var allValueStrings: [String] { ["zh", "en"] }
}

/// The kinds by their names, so that a new kind is in it by itself.
let kindHelp: String = {
  let names = Kinds.all.map { $0.name }
  return usageText(
    "类别：\(names.map(\.zh).joined(separator: "、"))，或其中一种，如 公示、喜报、体检；一年的账写 账本",
    en:
      "The kind: \(names.map { $0.en.lowercased() }.joined(separator: ", ")), or a sort of it; books for a year's accounts."
  )
}()

/// What may stand for a kind, for the shell to complete.
let kindWords: [String] = Kinds.all.flatMap { kind in
  let reference = KindReference(kind)
  return usageLanguage == .chinese ? [reference.name.zh] + reference.sorts : [reference.folder]
}

extension KindReference {
  /// By its folder, its Chinese or its English name, the latter in any case, or as its section is called.
  fileprivate func isCalled(_ word: String) -> Bool {
    word == name.zh || word == section.zh || word.lowercased() == folder || word.lowercased() == name.en.lowercased()
  }
}
