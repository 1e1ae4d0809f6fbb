import BanbaoDiagnostics

/// Names that would keep a file from being written, or from being carried to another computer. A folder's is told once.
func nameFaults(_ files: [SitePlan.File]) -> [Diagnostic] {
  var told = Set<Substring>()
  return files.flatMap { file -> [Diagnostic] in
    switch file {
    case .copy(let copy) where copy.isAsset: return []
    // Named by digests.
    case .picture: return []
    default: break
    }
    let faults = file.path.utf8.split(separator: UInt8(ascii: "/")).compactMap { part -> Diagnostic? in
      guard let fault = nameFault(part), told.insert(file.path[..<part.endIndex]).inserted else { return nil }
      return diagnostic(fault, of: Substring(part), in: file)
    }
    // A part that no disk holds comes first: a long path is only hard to carry.
    let isLong = file.path.utf8.count > longestPath && file.path.utf16.count > longestPath
    return faults.isEmpty && isLong ? [pathTooLong(file)] : faults
  }
}

/// What is wrong with one part of a path.
private enum NameFault {
  /// Longer than file systems hold.
  case tooLong
  /// Holds a character that Windows and its file systems refuse.
  case character(UInt8)
  /// Ends in a dot or a space, which Windows drops.
  case ending
  /// Windows takes it for a device, whatever its extension.
  case device
}

/// The most bytes of a name that file systems hold.
private let longestName = 255

/// The most characters of a whole path: Windows opens 260, of which the folder that the site is copied to needs some.
private let longestPath = 220

private func pathTooLong(_ file: SitePlan.File) -> Diagnostic {
  PlanRules.notPortable.at(
    Place(file.origin.path),
    Wording(
      "整条路径有 \(file.path.utf16.count) 个字，超过 \(longestPath) 个的，拷到 Windows 电脑上可能打不开",
      en:
        "its whole path has \(file.path.utf16.count) characters; one of more than \(longestPath) may not open on Windows"
    ),
    help: Wording("把文件夹的名字改短，或少套几层", en: "shorten the names of its folders, or have fewer of them"))
}

private func nameFault(_ part: Substring.UTF8View) -> NameFault? {
  if part.count > longestName { return .tooLong }
  for byte in part {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "\\"), UInt8(ascii: "|"):
      return .character(byte)
    default: continue
    }
  }
  if part.last == UInt8(ascii: ".") || part.last == UInt8(ascii: " ") { return .ending }
  let stem = part.prefix { $0 != UInt8(ascii: ".") }
  guard stem.count == 3 || stem.count == 4 else { return nil }
  let name = String(Substring(stem)).lowercased()
  let isPort = name.hasPrefix("com") || name.hasPrefix("lpt")
  if isPort, let digit = name.dropFirst(3).utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) {
    return .device
  }
  return ["con", "prn", "aux", "nul"].contains(name) ? .device : nil
}

private func diagnostic(_ fault: NameFault, of part: Substring, in file: SitePlan.File) -> Diagnostic {
  // The name is the file's own, unless something in the file, such as a tag, made the page.
  let isOwn = withoutExtension(file.origin.path).hasSuffix(withoutExtension(file.path))
  let place = isOwn ? Place(file.origin.path) : file.origin
  // A page's last part ends otherwise than the file that it is made from.
  let own = isOwn && file.path.hasSuffix(part) ? fileName(file.origin.path) : String(part)
  func notPortable(_ zh: String, _ en: String) -> Diagnostic {
    PlanRules.notPortable.at(
      place,
      Wording("“\(own)”\(zh)，拷到 Windows 电脑或 U 盘上会丢失", en: "“\(own)” \(en) and is lost on Windows or a USB stick"),
      help: isOwn
        ? Wording("给文件或文件夹改名", en: "rename the file or the folder") : Wording("换个写法", en: "write it another way"))
  }
  switch fault {
  case .tooLong:
    return PlanRules.nameTooLong.at(
      place,
      Wording(
        "名称太长，生成的“\(part)”有 \(part.utf8.count) 个字节，文件名最多 \(longestName) 个（一个汉字占 3 个）",
        en: """
          the name is too long: “\(part)” has \(part.utf8.count) bytes, and a file's name has at most \(longestName) \
          (a Han character takes 3)
          """),
      help: isOwn
        ? Wording("把文件名改短，80 个字以内；标题可以更长", en: "shorten the name of the file to 80 characters; its title may be longer")
        : Wording("把它写短，80 个字以内", en: "shorten it to 80 characters"))
  case .character(let byte) where byte < 0x20 || byte == 0x7F:
    return notPortable("里有看不见的控制字符", "holds a control character")
  case .character(let byte):
    let character = Character(Unicode.Scalar(byte))
    return notPortable("里有 \(character)", "holds \(character)")
  case .ending: return notPortable("以点或空格结尾", "ends in a dot or a space")
  case .device: return notPortable("是 Windows 的设备名", "is the name of a device")
  }
}
