/// What is known of runs of at most four Han characters: everyday words and what they cost, what stands before and behind
/// names, what stands for a given name.
///
/// The search for persons asks several times at each character of everything that is read. So all that is known of a run is
/// found by one look, a single character's by its code, and a run that no longer one begins with says so.
struct Lexicon: Sendable {
  /// What is known of one run. Costs and weights are tenths of a nat; 0 stands for none.
  struct Entry: Sendable {
    /// What it costs to read it as a word.
    var cost: UInt8 = 0
    /// How much likelier it makes a name behind it.
    var before: UInt8 = 0
    /// How much likelier it makes a name before it.
    var behind: UInt8 = 0
    var marks: Marks = []
  }

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8

    /// A longer run that something is known of begins so.
    static let goesOn = Marks(rawValue: 1)
    /// A longer run that stands before names ends so.
    static let comesOn = Marks(rawValue: 2)
    /// What stands for the given name: 王护士长.
    static let title = Marks(rawValue: 4)
    /// What nobody but a person is called.
    static let personal = Marks(rawValue: 8)
    /// What makes a thing of the word before it: 金阳小区.
    static let thing = Marks(rawValue: 16)
  }

  /// What a single character can be.
  struct Character: Sendable {
    /// What it costs as a surname; 0 where it is none.
    var surname: UInt8 = 0
    /// What it costs in a given name; 0 where no given name has it.
    var given: UInt8 = 0
    var marks: CharacterMarks = []
  }

  struct CharacterMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// 老, 小, 大, 阿.
    static let familiar = CharacterMarks(rawValue: 1)
    /// The first of a surname of two.
    static let beginsCompound = CharacterMarks(rawValue: 2)
    /// What stands for the given name in one character.
    static let shortTitle = CharacterMarks(rawValue: 4)
    /// The end of the name of a place or a team.
    static let place = CharacterMarks(rawValue: 8)
    /// The end of what one may suffer from.
    static let illness = CharacterMarks(rawValue: 16)
    /// What makes a thing of the word before it.
    static let thing = CharacterMarks(rawValue: 32)
  }

  /// The one there is.
  static let chinese = Lexicon()

  /// The characters from U+4E00 to U+9FFF.
  private var characters = [Character](repeating: Character(given: 120), count: 0x5200)
  /// Runs of one character, from U+4E00 to U+9FFF.
  private var singles = [Entry](repeating: Entry(), count: 0x5200)
  /// Longer runs: each stands at its hash, or at the next free place behind it. A key of 0 is a free place.
  private var slots = [Slot](repeating: Slot(), count: 1 << Self.bits)
  private static let bits = 17

  private struct Slot {
    var key: UInt64 = 0
    var entry = Entry()
  }

  /// What is known of a run.
  ///
  /// - Parameter key: as of `packed`.
  subscript(_ key: UInt64) -> Entry {
    if key < 0xA000 { return key >= 0x4E00 ? singles[Int(key) - 0x4E00] : Entry() }
    var index = Self.place(key)
    while slots[index].key != key {
      if slots[index].key == 0 { return Entry() }
      index = (index + 1) & (slots.count - 1)
    }
    return slots[index].entry
  }

  /// What a character can be; nothing where it is none of Han.
  func character(_ code: UInt16) -> Character { isHan(code) ? characters[Int(code) - 0x4E00] : Character() }

  private static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(bits))) }

  private mutating func change(_ key: UInt64, _ change: (inout Entry) -> Void) {
    if key < 0xA000 {
      if key >= 0x4E00 { change(&singles[Int(key) - 0x4E00]) }
      return
    }
    var index = Self.place(key)
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index].key = key
    change(&slots[index].entry)
  }

  /// Enters a run, and says of what it begins with that it goes on.
  private mutating func enter(_ key: UInt64, _ change: (inout Entry) -> Void) {
    self.change(key, change)
    var beginning = key >> 16
    while beginning != 0 {
      self.change(beginning) { $0.marks.insert(.goesOn) }
      beginning >>= 16
    }
  }

  private mutating func mark(_ codes: some Sequence<UInt16>, _ mark: CharacterMarks) {
    for code in codes where isHan(code) { characters[Int(code) - 0x4E00].marks.insert(mark) }
  }

  private init() {
    for group in commonWords {
      var (key, length): (UInt64, Int) = (0, 0)
      for code in group.words.utf16 where code != 0x0A {
        key = key << 16 | UInt64(code)
        length += 1
        if length == group.length {
          enter(key) { $0.cost = UInt8(group.cost) }
          (key, length) = (0, 0)
        }
      }
    }
    for (key, weight) in NameContext.before {
      enter(key) { $0.before = UInt8(weight) }
      // 长 of 护士长: what is read backwards.
      var width: UInt64 = 16
      while key >> width != 0 {
        change(key & (1 << width - 1)) { $0.marks.insert(.comesOn) }
        width += 16
      }
    }
    for (key, weight) in NameContext.behind { enter(key) { $0.behind = UInt8(weight) } }
    for key in NameContext.titles { enter(key) { $0.marks.insert(.title) } }
    for key in NameContext.personal { enter(key) { $0.marks.insert(.personal) } }
    for key in NameContext.thingWords { enter(key) { $0.marks.insert(.thing) } }
    for (code, cost) in Surnames.costs where isHan(code) { characters[Int(code) - 0x4E00].surname = UInt8(cost) }
    for (code, cost) in GivenNames.costs where isHan(code) { characters[Int(code) - 0x4E00].given = UInt8(cost) }
    mark("老小大阿".utf16, .familiar)
    mark(Surnames.compound.compactMap(\.utf16.first), .beginsCompound)
    mark(NameContext.shortTitles, .shortTitle)
    mark(NameContext.places, .place)
    mark(NameContext.illnesses, .illness)
    mark(NameContext.things, .thing)
  }
}
