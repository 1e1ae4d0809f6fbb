import BanbaoDiagnostics

/// What a destination's beginning says about it.
enum Scheme: Equatable {
  /// A path or a fragment in this site.
  case none
  /// `http` or `https`.
  case web
  /// `mailto` or `tel`.
  case contact(String)
  /// With its colon; or `//`, which leads from a page that was opened from a folder to a share of another machine, to which
  /// Windows logs in.
  case dangerous(String)
  case unknown(String)

  /// Browsers drop white space and control characters from an address before they read its scheme, so they are
  /// dropped here too.
  init(_ url: UnsafeBufferPointer<UInt8>, sentinel: Sentinel?) {
    var name: [UInt8] = []
    var isHost = false
    var index = 0
    scan: while index < url.count {
      if let sentinel, sentinel.stands(in: url, at: index) {
        index += 3
        continue
      }
      let byte = url[index]
      index += 1
      switch byte {
      case UInt8(ascii: ":"):
        self.init(name: String(decoding: name, as: UTF8.self))
        return
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if name.isEmpty { break scan }
        name.append(byte)
      case UInt8(ascii: "/"), UInt8(ascii: "\\"):
        // Browsers read `\` as `/`.
        if isHost {
          self = .dangerous("//")
          return
        }
        if !name.isEmpty { break scan }
        isHost = true
        continue
      default: break scan
      }
      if isHost { break }
    }
    self = .none
  }

  private init(name: String) {
    switch name {
    case "": self = .none
    case "http", "https": self = .web
    case "mailto", "tel": self = .contact(name)
    case "javascript", "vbscript", "file", "data": self = .dangerous(name + ":")
    // The drive of a path of Windows.
    case _ where name.utf8.count == 1: self = .dangerous(name + ":")
    default: self = .unknown(name)
    }
  }
}

extension MarkdownRules {
  static let dangerousURL = Rule(
    "dangerous-url", .error,
    Wording(
      "链接和图片不能以 javascript:、vbscript:、data:、file:、盘符（如 C:）或 // 开头：这样的地址会在读者的浏览器里运行程序，或者指向作者自己电脑上的文件，别人打不开；以 // 开头的，从文件夹里打开网页时会去连另一台电脑。",
      en:
        "Links and images must not begin with javascript:, vbscript:, data:, file:, a drive such as C: or //, which run programs in the reader's browser, point into the author's own computer or, from a page that is opened from a folder, to a share of another one."
    ),
    wrong: "[报名表](file:///C:/报名表.docx)", right: "[报名表](报名表.docx)")

  static let unknownScheme = Rule(
    "unknown-scheme", .warning,
    Wording(
      "链接只能以 http:、https:、mailto: 或 tel: 开头，或者写站内文件的路径。别的开头读者的浏览器多半打不开，所以只保留文字。",
      en:
        "A link begins with http:, https:, mailto: or tel:, or is the path of a file of this site. Most browsers can't open anything else, so only its text is kept."
    ),
    wrong: "[资料](ftp://example.org/a.zip)", right: "[资料](https://example.org/a.zip)")

  static let remoteImage = Rule(
    "remote-image", .error,
    Wording(
      "图片必须是站内的文件：单位内网打不开外面的图片，外面的网站也会知道谁在看这一页。请把图片存到这篇文章旁边。",
      en:
        "An image must be a file of this site: an intranet can't load it from elsewhere, and the other host would learn who reads the page. Save it beside this text."
    ),
    wrong: "![合影](https://example.org/photo.jpg)", right: "![合影](photo.jpg)")

  static let addressEnd = Rule(
    "address-end", .warning,
    Wording(
      "写在句子里的网址，遇到汉字就结束。汉字紧跟在 / 或 = 后面，可能也是网址的一部分：是，就把整个网址写在尖括号里；不是，就在汉字前面空一格。",
      en:
        "A bare address ends where Han begin. Behind a / or a = they may belong to it: then write the whole address in angle brackets; if not, put a space before them."
    ),
    wrong: "见https://example.org/问答", right: "见<https://example.org/问答>")

  static let imageWithoutAlt = Rule(
    "image-without-alt", .warning,
    Wording(
      "图片要有一句说明写在方括号里：看不见图片的人靠它知道图上是什么。",
      en: "An image needs a description in its brackets, for readers who can't see it."),
    wrong: "![](photo.jpg)", right: "![春季登山活动合影](photo.jpg)")
}
