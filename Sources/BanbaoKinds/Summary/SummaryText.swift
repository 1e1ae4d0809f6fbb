package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// A summary with the cadre's text woven in: what the page and the Markdown are both made from.
struct WovenSummary: Sendable {
  /// A section: what records say, then what the cadre wrote.
  struct Section: Sendable {
    /// By which links name it within the page; a heading that the cadre wrote keeps its own, so that links to it hold.
    var id: String
    var heading: Wording
    var sentences: [Sentence]
    var texts: [Text]
  }

  /// What the cadre wrote below one heading.
  struct Text: Sendable {
    /// Empty where it is the section's.
    var heading = ""
    var id = ""
    var part: BodyPart
  }

  var title: String
  /// The period in a few lines.
  var glance: [Glance]
  var introduction: [BodyPart]
  var sections: [Section]
  /// What neither a record nor the cadre says anything of.
  var unrecorded: [Wording] = []
  /// 成文日期: the last day of a period that is over.
  var signed: Day?

  init(_ period: Period, in library: Library, language: Language) {
    let records = PeriodRecords(period: period, library: library)
    let entry = Summary.text(of: period, in: library)
    let parts = entry?.body?.parts ?? []
    glance = Chapter.glance(records)
    signed = period.span.last <= library.today ? period.span.last : nil
    introduction = parts.filter { $0.heading == nil }
    let name = Wording("\(period.wording.zh)工会工作总结", en: "Summary of work, \(period.wording.en)")
    title = entry?.title ?? name[language]
    let chapters = Chapter.all(of: period, library.settings)
    var texts: [String: [BodyPart]] = [:]
    var others: [Section] = []
    for part in parts {
      guard let heading = part.heading else { continue }
      if let chapter = chapters.first(where: { $0.takes(heading.text) }) {
        texts[chapter.id, default: []].append(part)
      } else {
        others.append(Section(id: heading.id, heading: own(heading), sentences: [], texts: [Text(part: part)]))
      }
    }
    sections = []
    for chapter in chapters {
      if chapter.id == Chapter.problems.id { sections += others }
      let sentences = chapter.sentences(records).filter { !$0.saysNothing }
      let own = texts[chapter.id] ?? []
      if sentences.isEmpty && own.isEmpty {
        unrecorded.append(chapter.heading)
      } else {
        sections.append(WovenSummary.section(chapter, sentences, own))
      }
    }
  }

  /// What is still to be recorded, in one line; nil where nothing is.
  var lack: Wording? {
    unrecorded.isEmpty
      ? nil
      : Wording(
        "还没有记录：\(unrecorded.map(\.zh).joined(separator: "、"))\(missingMark)",
        en: "Nothing recorded yet: \(unrecorded.map { $0.en.lowercased() }.joined(separator: ", ")) \(missingMark)")
  }

  private static func section(_ chapter: Chapter, _ sentences: [Sentence], _ parts: [BodyPart]) -> Section {
    // A single heading of the cadre's own stands for the section's; of several, each stands above its text.
    if parts.count == 1, let heading = parts[0].heading {
      let written = own(heading)
      return Section(
        id: heading.id, heading: [chapter.heading.zh, chapter.usual].contains(written.zh) ? chapter.heading : written,
        sentences: sentences,
        texts: [Text(part: parts[0])])
    }
    return Section(
      id: chapter.id, heading: chapter.heading, sentences: sentences,
      texts: parts.map { Text(heading: $0.heading.map { own($0).zh } ?? "", id: $0.heading?.id ?? "", part: $0) })
  }
}

/// A heading that the cadre wrote, without a number, because the sections are numbered together.
private func own(_ heading: Heading) -> Wording {
  let text = heading.text
  guard let number = text.prefixMatch(of: #/[（(]?[〇一二三四五六七八九十\d]+(?:[）)][、.．]?|[、.．])\s*/#) else {
    return Wording(text, en: text)
  }
  let rest = String(text[number.range.upperBound...])
  return rest.isEmpty ? Wording(text, en: text) : Wording(rest, en: rest)
}

/// The number of a section as official documents write it: 一、 (GB/T 9704-2012, 7.3.3).
func numbered(_ index: Int, _ heading: Wording, _ language: Language) -> String {
  language == .chinese ? "\(chinese(index + 1))、\(heading.zh)" : "\(index + 1). \(heading.en)"
}

/// The summary of a period as Markdown, its figures filled in from the records.
///
/// - Parameter language: the site's own by default. What authors wrote stays as it is.
package func summaryMarkdown(of period: Period, in library: Library, language: Language? = nil) -> String {
  let language = language ?? library.settings.language
  let summary = WovenSummary(period, in: library, language: language)
  var blocks = ["# " + escapedMarkdown(summary.title)]
  blocks += summary.glance.map { line in
    let words = line.label[language] + (language == .chinese ? "：" : ": ") + line.sentence.plain(language)
    return escapedMarkdown(words, beginsLine: true)
  }
  blocks += summary.introduction.map(\.markdown)
  for (index, section) in summary.sections.enumerated() {
    blocks.append("## " + escapedMarkdown(numbered(index, section.heading, language)))
    if !section.sentences.isEmpty { blocks.append(markdown(section.sentences, language)) }
    for text in section.texts {
      if !text.heading.isEmpty { blocks.append("### " + escapedMarkdown(text.heading)) }
      blocks.append(text.part.markdown)
    }
  }
  if let lack = summary.lack { blocks.append(escapedMarkdown(lack[language])) }
  if !library.settings.union.isEmpty { blocks.append(escapedMarkdown(library.settings.union, beginsLine: true)) }
  if let day = summary.signed { blocks.append(day.wording[language]) }
  return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

/// Sentences as a numbered list, what they count up below them.
private func markdown(_ sentences: [Sentence], _ language: Language) -> String {
  sentences.enumerated().map { index, sentence in
    let details = sentence.details.enumerated().map { number, detail in
      "\n   \(number + 1). " + escapedMarkdown(detail.plain(language), beginsLine: true)
    }
    return "\(index + 1). " + escapedMarkdown(sentence.plain(language), beginsLine: true) + details.joined()
  }.joined(separator: "\n")
}

/// Text whose signs mean nothing to Markdown: masked names hold asterisks, titles may hold anything.
private func escapedMarkdown(_ text: String, beginsLine: Bool = false) -> String {
  var out = ""
  for character in text {
    if "\\`*_<>[]&".contains(character) { out.append("\\") }
    out.append(character.isNewline ? " " : character)
  }
  // At the beginning of a line these would make a list or a heading.
  guard beginsLine, let mark = out.prefixMatch(of: #/(?:[#+\-=~]|\d+[.)])/#) else { return out }
  return out[..<out.index(before: mark.range.upperBound)] + "\\" + out[out.index(before: mark.range.upperBound)...]
}
