import BanbaoSource

/// A character of folded text, and where it comes from.
struct FoldedUnit: Sendable {
  /// 0 where one text ends and another begins.
  var scalar: UInt32
  /// In the bytes.
  var range: Range<Int>
  /// Whether something was left out before it: a blank, a line end, a middle dot.
  var followsGap: Bool
}

/// Text without what hides a name in it: full-width letters, Kangxi radicals and compatibility ideographs become the
/// characters they look like, capitals small ones; blanks, single line ends, middle dots and what nobody sees are left
/// out. An empty line and NUL part one text from another.
///
/// - Parameter bytes: UTF-8. Broken bytes match nothing.
func folded(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [FoldedUnit] {
  var units: [FoldedUnit] = []
  units.reserveCapacity(range.count / 2)
  var index = range.lowerBound
  var followsGap = false
  var lineEnds = 0
  while index < range.upperBound {
    let (scalar, length) = decodedScalar(bytes, index, range.upperBound)
    let place = index..<index + length
    index += length
    switch NameFold.of(scalar) {
    case .kept(let kept):
      units.append(FoldedUnit(scalar: kept, range: place, followsGap: followsGap))
      (followsGap, lineEnds) = (false, 0)
    case .nothing: continue
    case .gap: followsGap = true
    case .joiner(let kept):
      // 张-三; at the beginning of a line it marks an item.
      if followsGap {
        units.append(FoldedUnit(scalar: kept, range: place, followsGap: true))
        (followsGap, lineEnds) = (false, 0)
      } else {
        followsGap = true
      }
    case .lineEnd:
      followsGap = true
      let isCRLF = scalar == 0x0A && place.lowerBound > range.lowerBound && bytes[place.lowerBound - 1] == 0x0D
      if !isCRLF { lineEnds += 1 }
      if lineEnds == 2 { units.append(FoldedUnit(scalar: 0, range: place, followsGap: true)) }
    case .end:
      units.append(FoldedUnit(scalar: 0, range: place, followsGap: true))
      followsGap = true
    }
  }
  return units
}

/// A name as `folded` leaves it.
func foldedName(_ name: String) -> [UInt32] {
  var name = name
  return name.withUTF8 { bytes in folded(bytes, in: 0..<bytes.count).map(\.scalar) }
}

func decodedScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
  let first = bytes[index]
  if first < 0x80 { return (UInt32(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
  guard length > 1, index + length <= end else { return (0xFFFD, 1) }
  var scalar = UInt32(first) & (0x7F >> UInt32(length))
  for offset in 1..<length {
    guard bytes[index + offset] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
  }
  return (scalar, length)
}

/// What becomes of one character.
enum NameFold {
  case kept(UInt32)
  /// Nobody sees it.
  case nothing
  case gap
  /// A gap right behind a letter, else a character.
  case joiner(UInt32)
  case lineEnd
  case end

  static func of(_ scalar: UInt32) -> NameFold {
    switch scalar {
    case 0x4E00...0x9FFF: return .kept(simplified(scalar))
    case 0x2D, 0x5F, 0x2010, 0x2011: return .joiner(scalar)
    case 0x61...0x7A, 0x2F...0x40: return .kept(scalar)
    case 0x41...0x5A: return .kept(scalar + 0x20)
    case 0x0A, 0x0D: return .lineEnd
    case 0: return .end
    // Blanks, among them the empty Braille pattern.
    case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: return .gap
    // Middle dots, among them the Greek, the bullet, both Katakana ones and the full stop that stands for one.
    case 0x2E, 0xB7, 0x0387, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33, 0x30FB, 0xFF0E, 0xFF65:
      return .gap
    // Default_Ignorable_Code_Point of the Unicode Character Database.
    case 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      return .nothing
    case 0x2E80...0x2EF3:
      let radical = supplement[Int(scalar - 0x2E80)]
      return .kept(radical == 0x20 ? scalar : simplified(radical))
    case 0x2F00...0x2FD5: return .kept(simplified(radicals[Int(scalar - 0x2F00)]))
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      let ideograph = Unicode.Scalar(scalar).map { nfc(String($0)) }?.unicodeScalars.first?.value ?? scalar
      return .kept(simplified(ideograph))
    case 0xFF01...0xFF5E: return of(scalar - 0xFEE0)
    // Letters and digits in circles and in the styles of mathematics stand in the order of the alphabet.
    case 0x24B6...0x24E9: return .kept(0x61 + (scalar - 0x24B6) % 26)
    case 0x1D400...0x1D6A3: return .kept(0x61 + (scalar - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF: return .kept(0x30 + (scalar - 0x1D7CE) % 10)
    case 0xC0...0x058F, 0x1E00...0x1FFF:
      if let latin = lookAlikes[scalar] { return .kept(latin) }
      let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value
      return .kept(lower ?? scalar)
    default: return .kept(scalar)
    }
  }

  private static func simplified(_ scalar: UInt32) -> UInt32 {
    (0x4E00...0x9FFF).contains(scalar) ? UInt32(simplifiedHan[Int(scalar - 0x4E00)]) : scalar
  }

  /// Greek and Cyrillic letters that look like Latin ones.
  private static let lookAlikes: [UInt32: UInt32] = {
    let pairs =
      "Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx αa ιi κk νv οo ρp υu χx Аa Вb Еe Ѕs Іi Јj Кk Мm Нh Оo Рp Сc Тt Уy Хx "
      + "Ѵv аa еe оo рp сc уy хx ѕs іi јj ԁd һh ӏl ԛq ԝw ѵv"
    let letters = pairs.split(separator: " ").compactMap { pair -> (UInt32, UInt32)? in
      guard let other = pair.unicodeScalars.first, let latin = pair.unicodeScalars.last else { return nil }
      return (other.value, latin.value)
    }
    return Dictionary(letters, uniquingKeysWith: { first, _ in first })
  }()
}

/// The radicals of U+2E80 to U+2EF3 (Equivalent_Unified_Ideograph of the Unicode Character Database); a blank has none.
private let supplement: [UInt32] = Array(
  (" 厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
    + "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟").unicodeScalars.map(\.value))

/// The Kangxi radicals of U+2F00 to U+2FD5 in their compatibility form.
private let radicals: [UInt32] = Array(
  ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐"
    + "彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴"
    + "立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑"
    + "非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars.map(\.value))
