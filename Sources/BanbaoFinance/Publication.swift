import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Book.Disclosure {
  /// Whether members may see the sheet on a day: it was reviewed, not refused, and its 公开日期 has come.
  func isPublic(on day: Day) -> Bool {
    isReviewed && !isRefused && published.map { $0.value <= day } ?? false
  }

  /// Whether it only stands for what is to come: its period is not over, and nothing is said of it.
  func isPlanned(on day: Day) -> Bool { review == nil && published == nil && day <= period.value.span.last }

  /// Whether its review says when, by whom and what.
  var isReviewed: Bool {
    guard let review = review?.value else { return false }
    return review.date != nil && review.by != nil && review.opinion != nil
  }

  /// Whether the audit committee did not agree.
  var isRefused: Bool { review?.value.opinion.map { refuses($0.value) } ?? false }

  /// What a sheet still lacks on a day, in the words of its keys; nil where it is public.
  func lack(on day: Day) -> Wording? {
    if isPublic(on: day) { return nil }
    if isRefused { return Wording("经审会没有同意", en: "the audit committee did not agree") }
    var (zh, en): ([String], [String]) = ([], [])
    if !isReviewed {
      zh.append(Book.DisclosureKeys.review.label.zh)
      en.append("its review")
    }
    if published == nil {
      zh.append(Book.DisclosureKeys.published.label.zh)
      en.append("its day of publication")
    }
    if zh.isEmpty { return Wording("还没有到公开日期", en: "its day of publication has not come") }
    return Wording("还缺\(zh.joined(separator: "、"))", en: "it lacks \(en.joined(separator: " and "))")
  }
}

/// Whether an opinion refuses: the last word of assent in it is denied. 首次不同意，整改后同意公开 agrees. What stands beside a
/// count of votes (不同意0票) says nothing, nor does 没有不同意见. An opinion without a word of assent refuses by what puts the
/// sheet off: 补齐单据后再议.
func refuses(_ opinion: String) -> Bool {
  let text = Array(foldedFullWidth(opinion).filter { !$0.isWhitespace })
  var refusal = false
  var isSaid = false
  var isPutOff = false
  for start in text.indices {
    let earlier = text[..<start]
    for word in delays where text[start...].starts(with: word) && !isVote(text, start, start + word.count) {
      if !doubled.contains(where: { earlier.ends(with: Array($0)) }) { isPutOff = true }
    }
    for word in assents where text[start...].starts(with: word.text) {
      let end = start + word.text.count
      let before = text[..<start]
      if (end < text.count && text[end] == "见") || isVote(text, start, end) { continue }
      // 没有不同意的 denies the denial.
      let denial = word.denials.first { before.ends(with: Array($0)) }
      let isDenied = denial.map { denial in
        !doubled.contains { before.dropLast(denial.count).ends(with: Array($0)) }
      }
      if isDenied == true {
        refusal = true
      } else if word.agrees {
        refusal = false
      }
      if word.settles { isSaid = true }
    }
  }
  return refusal || isPutOff && !isSaid
}

/// A word of assent, and what denies it.
private struct Assent {
  var text: [Character]
  /// Whether it agrees where nothing denies it: 通过 and 公开 often say something else.
  var agrees: Bool
  /// Whether it tells what the committee decided.
  var settles = true
  var denials: [String]
}

private let refusing = ["不予", "未予", "不能", "不宜", "不得", "不应", "暂缓", "暂不"]
private let assents = [
  Assent(text: Array("同意"), agrees: true, denials: refusing + ["不", "未", "没有"]),
  Assent(text: Array("赞成"), agrees: true, denials: refusing + ["不", "未", "没有"]),
  Assent(text: Array("认可"), agrees: false, denials: refusing + ["不", "未", "没有"]),
  Assent(text: Array("通过"), agrees: false, denials: refusing + ["不", "未", "没有"]),
  Assent(text: Array("可以公开"), agrees: false, denials: ["不"]),
  Assent(text: Array("公开"), agrees: false, settles: false, denials: refusing),
]
private let delays = ["再议", "再审", "再公开", "不公开", "缓议", "反对", "否决", "驳回"].map { Array($0) }
private let doubled = ["没有", "无", "未见", "无人", "没有人"]

extension ArraySlice<Character> {
  fileprivate func ends(with other: [Character]) -> Bool { suffix(other.count).elementsEqual(other) }
}

/// Whether a word from `start` to `end` names votes: 不同意0票, 5票同意.
private func isVote(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
  let behind = text[end...].drop { $0 == ":" || $0 == "的" }
  let count = behind.prefix { $0.isNumber }
  if !count.isEmpty, let unit = behind.dropFirst(count.count).first, "票人名".contains(unit) { return true }
  let before = text[..<start].reversed().drop { "不未".contains($0) }
  guard let unit = before.first, "票人名".contains(unit) else { return false }
  return before.dropFirst().first?.isNumber ?? false
}
