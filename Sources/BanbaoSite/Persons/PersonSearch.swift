/// Reads each run of Han characters in the way that is likeliest word by word.
struct PersonSearch {
  let codes: [UInt16]
  private let lexicon = Lexicon.chinese
  /// Where persons stand, in the codes.
  private(set) var found: [Range<Int>] = []
  private let keepsWords: Bool
  /// Where words stand, persons among them, in the codes.
  private(set) var words: [Range<Int>] = []

  init(_ text: SpeltText, keepsWords: Bool = false) {
    codes = text.codes
    self.keepsWords = keepsWords
  }

  mutating func readAll() {
    var index = 0
    while index < codes.count {
      guard isHan(codes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < codes.count, isHan(codes[index]) { index += 1 }
      if let dotted = dottedName(from: start, dot: index) {
        read(start..<dotted.lowerBound)
        found.append(dotted)
        if keepsWords { words.append(dotted) }
        index = dotted.upperBound
      } else {
        read(start..<index)
      }
    }
  }

  /// Where the best reading of each beginning of a run comes from.
  private struct Step {
    var cost = Int32.max
    var from: Int32 = 0
    var isName = false
  }

  /// The steps of the run that is read, kept for their memory.
  private var steps: [Step] = []

  /// Reads a run of Han characters.
  private mutating func read(_ run: Range<Int>) {
    guard keepsWords || run.count >= 2 && run.contains(where: { mayBegin(codes[$0]) }) else { return }
    var steps: [Step] = []
    swap(&steps, &self.steps)
    defer { swap(&steps, &self.steps) }
    steps.removeAll(keepingCapacity: true)
    for _ in 0...run.count { steps.append(Step()) }
    steps[0].cost = 0
    func offer(_ from: Int, _ end: Int, _ cost: Int, isName: Bool) {
      let total = steps[from - run.lowerBound].cost + Int32(cost)
      if total < steps[end - run.lowerBound].cost {
        steps[end - run.lowerBound] = Step(cost: total, from: Int32(from - run.lowerBound), isName: isName)
      }
    }
    for start in run {
      let character = lexicon.character(codes[start])
      let isHouse =
        character.surname != 0 && start + 1 < run.upperBound
        && (codes[start + 1] == Self.jia || codes[start + 1] == Self.mou)
      var key: UInt64 = 0
      for end in (start + 1)...min(start + 4, run.upperBound) {
        key = key << 16 | UInt64(codes[end - 1])
        let entry = lexicon[key]
        var cost: Int? = entry.cost != 0 ? Int(entry.cost) : entry.marks.contains(.title) ? WordCosts.title : nil
        if isHouse, isFamily(start..<end) { cost = WordCosts.family }
        if end == start + 1 {
          // A lone character is seldom a word of its own.
          offer(start, end, (cost ?? WordCosts.unknown) + 10, isName: false)
        } else if let cost {
          offer(start, end, cost, isName: false)
        }
        if !isHouse, !entry.marks.contains(.goesOn) { break }
      }
      if mayBegin(character) { names(at: start, in: run) { offer(start, $0, $1, isName: true) } }
    }
    var (persons, read): ([Range<Int>], [Range<Int>]) = ([], [])
    var end = run.upperBound
    while end > run.lowerBound {
      let step = steps[end - run.lowerBound]
      let from = run.lowerBound + Int(step.from)
      if step.isName { persons.append(from..<end) }
      if keepsWords { read.append(from..<end) }
      end = from
    }
    found += persons.reversed()
    words += read.reversed()
  }

  private func key(_ range: Range<Int>) -> UInt64 { codes[range].reduce(0) { $0 << 16 | UInt64($1) } }

  private func mayBegin(_ code: UInt16) -> Bool { mayBegin(lexicon.character(code)) }

  private func mayBegin(_ character: Lexicon.Character) -> Bool {
    character.surname != 0 || !character.marks.isDisjoint(with: [.beginsCompound, .familiar])
  }

  private static let compounds = Dictionary(
    uniqueKeysWithValues: Surnames.compound.map { (packed($0), Surnames.alsoWords.contains($0) ? -20 : 30) })
  private static let (fu, lao, men) = (code("付"), code("老"), code("们"))
  private static let (a, ren) = (code("阿"), code("任"))
  private static let zi = code("字")
  private static let (jia, jie, mou) = (code("家"), code("界"), code("某"))
  private static func code(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: scalar.value) }
  /// What begins and ends a line as far as names go.
  private static let edge = 15

  // MARK: Names

  /// Whether a name may stand where it was read: 800余元 is an amount, 卫健工字〔2026〕 a document's number, 祝老同志 a wish.
  func mayStand(_ name: Range<Int>) -> Bool {
    if name.lowerBound > 0, (0x30...0x39).contains(codes[name.lowerBound - 1]) { return false }
    let behind = codes[name.upperBound...].prefix(2).drop { $0 == Self.zi }
    if behind.first == 0x3014 { return false }
    return codes[name.upperBound - 1] != Self.lao || !beginsWord(name.upperBound - 1, 0..<codes.count)
  }

  /// Whether an everyday word of several characters begins at a character: 祝老同志健康 names nobody.
  private func beginsWord(_ start: Int, _ run: Range<Int>) -> Bool {
    var key: UInt64 = 0
    for index in start..<min(start + 4, run.upperBound) {
      key = key << 16 | UInt64(codes[index])
      let entry = lexicon[key]
      if index > start, entry.cost != 0 { return true }
      guard entry.marks.contains(.goesOn) else { return false }
    }
    return false
  }

  /// Offers the ends of the names that may begin at a character, and what each costs.
  private func names(at start: Int, in run: Range<Int>, _ offer: (_ end: Int, _ cost: Int) -> Void) {
    let before = contextBefore(start, run)
    func add(_ surnameEnd: Int, _ surnameCost: Int, bonus: Int) {
      let base = 15 + surnameCost - bonus - before
      var given = 0
      for end in [surnameEnd + 1, surnameEnd + 2] where end <= run.upperBound {
        let cost = Int(lexicon.character(codes[end - 1]).given)
        guard cost != 0 else { break }
        given += cost
        guard let behind = contextBehind(end, from: start, run, before: before, isCompound: bonus != 0) else {
          continue
        }
        offer(end, base + given + (end == surnameEnd + 1 ? 12 : 4) - behind)
      }
      for length in 2...3 where surnameEnd + length <= run.upperBound {
        guard lexicon[key(surnameEnd..<surnameEnd + length)].marks.contains(.title) else { continue }
        // 兼任会计, 时任主席.
        if codes[start] == Self.ren, before < 0 { continue }
        let end = surnameEnd + length
        if end < run.upperBound, codes[end] == Self.men { continue }
        offer(end, base + 10 - (bonus != 0 ? 20 : 0))
      }
    }
    let first = lexicon.character(codes[start])
    guard start + 1 < run.upperBound else { return }
    let second = lexicon.character(codes[start + 1])
    if first.marks.contains(.beginsCompound), let bonus = Self.compounds[key(start..<start + 2)] {
      add(start + 2, 78, bonus: bonus)
    }
    if first.surname != 0 {
      let cost = Int(first.surname)
      add(start + 1, cost, bonus: 0)
      // 王姨, 李处, where somebody is looked for and no word goes on: 王工作.
      if before > Self.edge, second.marks.contains(.shortTitle), lexicon[key(start..<start + 2)].cost == 0,
        !beginsWord(start + 1, run)
      {
        offer(start + 2, 15 + cost + 45 - before - behind(start + 2, run))
      }
      if codes[start + 1] == Self.lao, !beginsWord(start + 1, run) {
        offer(start + 2, 15 + cost + 30 - before - behind(start + 2, run))
      }
    }
    if codes[start] == Self.a, second.given != 0, second.given < 80 {
      let behind = behind(start + 2, run)
      if behind > Self.edge || before > Self.edge {
        offer(start + 2, 15 + 60 + Int(second.given) - before - behind)
      }
    }
    if first.marks.contains(.familiar), second.surname != 0 {
      offer(start + 2, 15 + Int(second.surname) + 40 - before - behind(start + 2, run))
    }
  }

  /// How much likelier what stands before makes a name.
  private func contextBefore(_ start: Int, _ run: Range<Int>) -> Int {
    guard start > run.lowerBound else { return Self.edge }
    var best = 0
    var (key, shift): (UInt64, UInt64) = (0, 0)
    for index in stride(from: start - 1, through: max(run.lowerBound, start - 4), by: -1) {
      key |= UInt64(codes[index]) << shift
      shift += 16
      let entry = lexicon[key]
      best = max(best, Int(entry.before))
      guard entry.marks.contains(.comesOn) else { break }
    }
    return best > 0 ? best : -30
  }

  /// How much likelier what stands behind makes a name.
  private func behind(_ end: Int, _ run: Range<Int>) -> Int {
    guard end < run.upperBound else { return Self.edge }
    var best = 0
    var key: UInt64 = 0
    var goesOn = true
    for index in end..<min(end + 4, run.upperBound) {
      if goesOn {
        key = key << 16 | UInt64(codes[index])
        let entry = lexicon[key]
        best = max(best, Int(entry.behind))
        goesOn = entry.marks.contains(.goesOn)
      }
      if index > end, lexicon.character(codes[index]).marks.contains(.illness) { best = max(best, 30) }
    }
    return best
  }

  /// How much what stands behind a surname and a given name makes them likelier, weighing what else the characters are: a
  /// word, a place. Nil for what
  /// cannot be a name there.
  private func contextBehind(
    _ end: Int, from start: Int, _ run: Range<Int>, before: Int, isCompound: Bool
  ) -> Int? {
    var weight = behind(end, run)
    let isAtEnd = end == run.upperBound
    if weight < 30, lexicon.character(codes[end - 1]).marks.contains(.place) { return nil }
    let word = Int(lexicon[key(start..<end)].cost)
    let isPersonal = end + 2 <= run.upperBound && lexicon[key(end..<end + 2)].marks.contains(.personal)
    if isPersonal {
      weight += 50
    } else if weight == 0, !isAtEnd {
      // What nothing around it tells of is a name of persons less often than one of things: 焦裕禄精神, 黄焖鸡.
      let isPlaced = before > Self.edge
      guard word == 0, isPlaced || end - start > 2, !namesThing(end, run) else { return nil }
      weight -= isPlaced ? 20 : 80
    } else if word != 0 {
      weight -= max(0, 130 - word)
    }
    if isAtEnd, weight == Self.edge, before < 0 { weight -= 25 }
    // 梅花展, 古镇游: a word and what it is of.
    if end - start == 3, isAtEnd, start == run.lowerBound, !isListed(run), !isCompound,
      lexicon[key(start..<start + 2)].cost != 0
    {
      weight -= 40
    }
    // Two characters that are all of a line may be any word, unless a list or a colon says what they are.
    if end - start == 2, start == run.lowerBound, isAtEnd, !isListed(run) { weight -= 30 }
    // 付 begins more lines of a ledger than names.
    if codes[start] == Self.fu, start == run.lowerBound, !isCompound { weight -= 20 * (end - start - 1) }
    return weight
  }

  /// Whether what stands behind makes a place, an illness, a dish or the like of what stands before: 包虫病, 明德楼.
  private func namesThing(_ end: Int, _ run: Range<Int>) -> Bool {
    if lexicon.character(codes[end]).marks.contains(.thing), !beginsWord(end, run) { return true }
    return end + 2 <= run.upperBound && lexicon[key(end..<end + 2)].marks.contains(.thing)
  }

  private static let opening = Set("、：:，,（(—-".utf16)

  private func isListed(_ run: Range<Int>) -> Bool {
    let before = codes[..<run.lowerBound].last == 0x20 ? run.lowerBound - 2 : run.lowerBound - 1
    if before >= 0, Self.opening.contains(codes[before]) { return true }
    return run.upperBound < codes.count && codes[run.upperBound] == 0x3001
  }

  /// 张家, 张家村, 王某, 李某某.
  private func isFamily(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, lexicon.character(codes[range.lowerBound]).surname != 0 else { return false }
    let last = codes[range.upperBound - 1]
    let second = codes[range.lowerBound + 1]
    if second == Self.jia {
      return range.count == 2
        || (range.count == 3 && (lexicon.character(last).marks.contains(.place) || last == Self.jie))
    }
    return second == Self.mou && last == Self.mou && range.count <= 3
  }

  // MARK: Names with dots

  /// The name with middle dots, 买买提·艾山, whose first dot stands at an index: its parts are of the characters that
  /// names of other tongues are written with.
  private func dottedName(from lowest: Int, dot: Int) -> Range<Int>? {
    guard dot < codes.count, Self.dots.contains(codes[dot]) else { return nil }
    var start = dot
    while start > lowest, dot - start < 8, Self.sounds.contains(codes[start - 1]) { start -= 1 }
    guard dot - start >= 2 else { return nil }
    var end = dot
    while end < codes.count, Self.dots.contains(codes[end]) {
      var next = end + 1
      while next < codes.count, next - end <= 8, Self.sounds.contains(codes[next]) { next += 1 }
      guard next - end > 2 else { break }
      end = next
    }
    return end > dot ? start..<end : nil
  }

  static let dots = Set("·•・‧∙⋅".utf16)
  private static let sounds = Set(
    """
    阿艾买提木合热依古丽努尔汗克孜江巴吐孙逊帕夏米拉迪哈力别叶西斯加布娜萨达肯塔扎卓玛才让多杰尼曼旦增次仁央宗格桑德吉索朗平措
    罗珠旺姆洛丹其图雅呼毕高娃乌云苏日那海山琴额乐孟根花麦麻玉素甫买赛肉孜艾则沙比不都卡外居马亚库热里伊明司力甫铁木泰勒朱马别克
    """.utf16.filter { $0 != 0x0A })
}
