package import BanbaoHTML
import Synchronization

/// What is searched besides the text that a page shows.
package struct SearchedPage: Sendable {
  /// From the site's root, as links write it.
  package var url: String
  package var title: String
  /// What the reader may narrow a search down to, such as 通知公告.
  package var kind: String
  /// `2026-03-08`, or `2026` where no day is known; empty where nothing is.
  package var day: String

  package init(url: String, title: String, kind: String, day: String) {
    self.url = url
    self.title = title
    self.kind = kind
    self.day = day
  }

  /// The year of the day.
  var year: Int? { Int(day.prefix(4)) }
}

/// The index of a site, made page by page as they are rendered, in any order and by any task.
///
/// It holds numbers, or has a spool hold them: a page's text is kept only until the file of its group is made. Equal pages
/// give equal files.
package final class SearchIndex: Sendable {
  /// Where its files lie, below the site's root.
  package static let folder = "search"
  /// How many pages stand in one file of texts. The first ten results need about ten such files.
  package static let groupSize = 3

  /// From the oldest on; a page's place is its number.
  package let pages: [SearchedPage]
  private let kinds: [String]
  private let kindNumbers: [String: Int]
  private let folding = Folding()
  private let pinyin = Pinyin()
  private let spool: (any Spool)?
  private let state: Mutex<State>

  fileprivate struct State {
    /// By page; nil until it was read, and once its batch is in the spool.
    var keys: [PageKeys?]
    var isRead: [Bool]
    /// By batch.
    var spooled: [SpooledKeys?]
    var digests: [UInt64]
    /// What the file of a group will say of a page.
    var texts: [Int: [UInt16]] = [:]
  }

  /// A file of the index, below `search/`.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// - Parameters:
  ///   - pages: from the oldest on.
  ///   - spool: where keys wait until all pages were read; nil for memory.
  package init(_ pages: [SearchedPage], spool: (any Spool)? = nil) {
    self.pages = pages
    self.spool = spool
    var kinds: [String] = []
    var numbers: [String: Int] = [:]
    for page in pages where numbers[page.kind] == nil {
      numbers[page.kind] = kinds.count
      kinds.append(page.kind)
    }
    self.kinds = kinds
    kindNumbers = numbers
    let batches = stride(from: 0, to: pages.count, by: KeyBatch.size)
    state = Mutex(
      State(
        keys: Array(repeating: nil, count: pages.count), isRead: Array(repeating: false, count: pages.count),
        spooled: batches.map { _ in nil },
        digests: Array(repeating: 0, count: pages.count)))
  }

  // MARK: Reading

  /// Takes in a rendered page, once.
  package func read(_ number: Int, _ html: [UInt8]) {
    guard pages.indices.contains(number), state.withLock({ !$0.isRead[number] }) else { return }
    let read = made(number, html)
    state.withLock { state in
      guard !state.isRead[number] else { return }
      state.isRead[number] = true
      state.keys[number] = read.keys
      state.digests[number] = read.digest
      state.texts[number] = read.text
      let batch = number / KeyBatch.size
      if let spool, state.isRead[state.members(of: batch)].allSatisfy(\.self) { state.spool(batch, in: spool) }
    }
  }

  private func made(_ number: Int, _ html: [UInt8]) -> (keys: PageKeys, digest: UInt64, text: [UInt16]) {
    let page = pages[number]
    var text = PageText(page: html)
    if text.title.isEmpty { text.title = Array(page.title.utf16) }
    let (title, headings, body) = (
      folding.folded(text.title), folding.folded(text.headings), folding.folded(text.body)
    )
    let keys = PageKeys(
      title: title, headings: headings, body: body, kind: kindNumbers[page.kind] ?? 0, year: page.year, pinyin)
    let entry = ScriptFile.entry(page, text, kind: kindNumbers[page.kind] ?? 0)
    return (keys, digest(entry), entry)
  }

  // MARK: Files

  /// How many files of texts there are.
  package var groupCount: Int { (pages.count + SearchIndex.groupSize - 1) / SearchIndex.groupSize }

  /// The pages of a group.
  package func members(of group: Int) -> Range<Int> {
    let start = group * SearchIndex.groupSize
    return start..<min(start + SearchIndex.groupSize, pages.count)
  }

  /// The name of a group's file.
  package static func textsName(_ group: Int) -> String { "texts/\(group).js" }

  /// Appends the texts of a group of pages, each of which is given away at once: pages may be long.
  ///
  /// - Parameter render: makes a page that has not been rendered yet, or whose text was given away before.
  package func write(textsOf group: Int, into bytes: inout [UInt8], render: (Int) -> [UInt8]) {
    var file = ScriptFile("texts")
    file.append(script: "\(group),[")
    for (place, number) in members(of: group).enumerated() {
      if place > 0 { file.append(script: ",\n") }
      file.drain(into: &bytes)
      bytes.append(units: kept(number) ?? read(again: number, render(number)))
    }
    file.append(script: "]")
    file.finish()
    file.drain(into: &bytes)
  }

  private func kept(_ number: Int) -> [UInt16]? { state.withLock { $0.texts.removeValue(forKey: number) } }

  private func read(again number: Int, _ html: [UInt8]) -> [UInt16] {
    let read = made(number, html)
    state.withLock { state in
      // A page that is made once more has the keys that it had.
      guard !state.isRead[number] else { return }
      state.keys[number] = read.keys
      state.digests[number] = read.digest
    }
    return read.text
  }

  /// The pages by key, once all of them were read; their work may be shared out range by range.
  package var ranges: Range<Int> { 0..<SearchKey.ranges }

  /// The files of a range of keys, and their names in order, which the file of the whole names.
  package func shards(_ keys: Keys, of range: Int) -> [File] {
    keys.shards.shards(of: range).map { File(name: hexadecimal($0.first) + ".js", bytes: $0.bytes) }
  }

  /// The keys of all pages.
  package struct Keys: Sendable {
    fileprivate let shards: Shards
    /// Another one for other texts.
    fileprivate let version: String
  }

  /// The keys of all pages, which have all been read. Those of a page that was not are empty.
  package func takeKeys() -> Keys {
    let none = PageKeys(title: [], headings: [], body: [], kind: 0, year: nil, pinyin)
    let (batches, digests) = state.withLock { state in
      let batches = state.spooled.enumerated().map { batch, spooled in
        spooled.map { KeyBatch.spool($0) }
          ?? .memory(first: batch * KeyBatch.size, state.keys[state.members(of: batch)].map { $0 ?? none })
      }
      return (batches, state.digests)
    }
    return Keys(shards: Shards(batches, count: pages.count), version: String(digest(digests), radix: 36))
  }

  /// The file that is loaded first: how much there is, and where.
  package func core(_ keys: Keys, shards: [String]) -> File {
    var kindCounts = [Int](repeating: 0, count: kinds.count)
    var yearCounts: [Int: Int] = [:]
    for page in pages {
      kindCounts[kindNumbers[page.kind] ?? 0] += 1
      if let year = page.year { yearCounts[year, default: 0] += 1 }
    }
    var file = ScriptFile("core")
    file.append(
      script: "{\"version\":\"\(keys.version)\",\"pages\":\(pages.count),\"group\":\(SearchIndex.groupSize),\"kinds\":["
    )
    for (number, kind) in kinds.enumerated() {
      file.append(script: number > 0 ? ",[" : "[")
      file.append(text: kind)
      file.append(script: ",\(kindCounts[number])]")
    }
    let years = yearCounts.sorted { $0.key > $1.key }.map { "[\($0.key),\($0.value)]" }
    file.append(script: "],\"years\":[\(years.joined(separator: ","))],\"shards\":\"")
    var bits = BitWriter(file)
    bits.write(gamma: UInt64(shards.count + 1))
    var last: UInt32 = 0
    for name in shards {
      let first = UInt32(name.prefix(8), radix: 16) ?? last
      bits.write(gamma: UInt64(first &- last))
      last = first
    }
    file = bits.finished()
    file.append(script: "\"}")
    file.finish()
    return File(name: "core.js", bytes: file.bytes)
  }

  /// The readings of Han characters, which a search by pinyin loads.
  package static var readings: File {
    var file = ScriptFile("pinyin")
    file.append(text: pinyinTable)
    file.finish()
    return File(name: "pinyin.js", bytes: file.bytes)
  }
}

extension SearchIndex.State {
  fileprivate func members(of batch: Int) -> Range<Int> {
    batch * KeyBatch.size..<min((batch + 1) * KeyBatch.size, keys.count)
  }

  /// Puts the keys of a batch, all of which were read, into a spool; they stay in memory where it does not take them.
  fileprivate mutating func spool(_ batch: Int, in spool: any Spool) {
    let members = members(of: batch)
    spooled[batch] = SpooledKeys(first: members.lowerBound, keys[members].compactMap(\.self), in: spool)
    guard spooled[batch] != nil else { return }
    for number in members { keys[number] = nil }
  }
}

/// FNV-1a over numbers, such as the units of a page's entry.
private func digest<Number: UnsignedInteger>(_ numbers: [Number]) -> UInt64 {
  numbers.reduce(into: 14_695_981_039_346_656_037) { $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
}
