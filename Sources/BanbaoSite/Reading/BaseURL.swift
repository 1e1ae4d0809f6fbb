import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// The site's own address (`base_url`): scheme, host and path, and nothing else.
struct BaseURL: Sendable {
  /// With a `/` at its end; what is not ASCII is percent-encoded, as an address is sent.
  let text: String

  /// Reads what an author wrote. Full-width signs are no part of an address: the remedy has them in ASCII.
  init(reading text: String) throws(Misread) {
    let whole = foldedFullWidth(text).replacing("。", with: ".")
    let scheme = ["http://", "https://"].first { whole.lowercased().hasPrefix($0) }
    guard let scheme else {
      let rest = whole.split(separator: "/").last { !$0.isEmpty && !$0.hasSuffix(":") }
      let remedy = rest.flatMap { Self.isHost($0) ? "http://\($0)/" : nil } ?? "http://board.example/"
      throw Self.fault(text, Wording("没有写 http:// 或 https://", en: "it lacks http:// or https://"), remedy)
    }
    let rest = whole.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    let path = rest[authority.endIndex...].prefix { $0 != "?" && $0 != "#" }
    guard !authority.isEmpty else {
      throw Self.fault(text, Wording("没有写主机名", en: "it lacks a host"), "\(scheme)board.example/")
    }
    guard Self.isHost(authority) else {
      throw Self.fault(
        text, Wording("“\(authority)”不是主机名", en: "“\(authority)” is no host"), "\(scheme)board.example/")
    }
    let clean = scheme + authority + Self.withSlash(String(path))
    guard path.endIndex == whole.endIndex else {
      throw Self.fault(text, Wording("网址里不能有 ? 和 #", en: "an address of a site has no ? and #"), clean)
    }
    let names = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard !names.dropLast().contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
      let kept = names.filter { !$0.isEmpty && $0 != "." && $0 != ".." }
      throw Self.fault(
        text, Wording("路径里不能有 .、.. 和连着的 /", en: "its path has no ., .. and //"),
        Self.withSlash(scheme + authority + kept.map { "/" + $0 }.joined()))
    }
    if let page = names.last, page.lowercased().hasSuffix(".html") || page.lowercased().hasSuffix(".htm") {
      throw Self.fault(
        text, Wording("写到文件夹为止，不写网页", en: "it is that of a folder, not of a page"),
        String(clean.dropLast(page.count + 1)))
    }
    guard whole == text else { throw Self.fault(text, Wording("标点要用英文的", en: "its signs must be ASCII"), clean) }
    guard !path.unicodeScalars.contains(where: Self.isForeign) else {
      let kept = String(String.UnicodeScalarView(path.unicodeScalars.filter { !Self.isForeign($0) }))
      throw Self.fault(
        text, Wording("网址里不能有空格和换行", en: "an address has no spaces and line ends"),
        scheme + authority + Self.withSlash(kept))
    }
    let (host, port) = Self.parts(authority)
    guard !Self.isOwnComputer(host) else {
      throw Misread(
        rule: SettingsRules.baseURL,
        message: Wording("“\(text)”只有这台电脑自己打得开", en: "only this computer finds “\(text)”"),
        help: Wording(
          "写读者打开网站用的地址，如 http://board.example/；还没有，就删去这一行",
          en: "write the address that readers use, or leave the line out"))
    }
    self.text = scheme + percentEncoded(path: String(host)) + port + Self.encoded(Self.withSlash(String(path)))
  }

  private static func fault(_ text: String, _ why: Wording, _ remedy: String) -> Misread {
    Misread(
      rule: SettingsRules.baseURL,
      message: Wording("“\(text)”不是完整网址：\(why.zh)", en: "“\(text)” is no whole address: \(why.en)"),
      help: Wording("写成 \(remedy)", en: "write \(remedy)"))
  }

  private static func withSlash(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

  private static func parts(_ authority: Substring) -> (host: Substring, port: Substring) {
    let host = authority.prefix { $0 != ":" }
    return (host, authority[host.endIndex...])
  }

  /// A name or an IPv4 address, with or without a port.
  private static func isHost(_ authority: Substring) -> Bool {
    let (host, port) = parts(authority)
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isNamed = labels.allSatisfy { label in
      !label.isEmpty
        && label.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.decimalDigit != nil || $0 == "-" }
    }
    // A name that ends in a number is an address of four (WHATWG URL, 3.5).
    let isAddress = labels.last.map { $0.utf8.allSatisfy { 48...57 ~= $0 } } ?? false
    guard isNamed, !isAddress || (labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }) else { return false }
    let number = port.dropFirst()
    return port.isEmpty || (number.utf8.allSatisfy { 48...57 ~= $0 } && (UInt16(number) ?? 0) > 0)
  }

  /// Whether no other computer finds the site there.
  private static func isOwnComputer(_ host: Substring) -> Bool {
    host.lowercased() == "localhost" || host.hasPrefix("127.") || host == "0.0.0.0"
  }

  /// What stands in no path, written as it is or encoded.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || scalar == "\\" || scalar.properties.isWhitespace
  }

  /// A path as it is sent: what its author has encoded already stays so.
  private static func encoded(_ path: String) -> String {
    percentEncoded(path: percentDecoded(path) ?? path)
  }
}
