import BanbaoDiagnostics
import NIOHTTP1

/// Why a request is not answered. The reason goes out as plain text in both languages.
enum Refusal: Hashable, CaseIterable {
  case malformed
  case headersTooLarge
  case targetTooLong
  case badHost
  case foreignHost
  case badTarget
  case otherMethod
  case hasBody
  case foreignOrigin
  case otherSite
  case notReady

  var status: HTTPResponseStatus {
    switch self {
    case .malformed, .badHost, .badTarget, .hasBody: .badRequest
    case .headersTooLarge: .requestHeaderFieldsTooLarge
    case .targetTooLong: .uriTooLong
    case .foreignHost: .misdirectedRequest
    case .otherMethod: .methodNotAllowed
    case .foreignOrigin, .otherSite: .forbidden
    case .notReady: .serviceUnavailable
    }
  }

  /// - Parameter local: the address and port that the request came to.
  private func wording(at local: Authority?) -> Wording {
    switch self {
    case .malformed: Wording("请求不合 HTTP 的格式。", en: "This is no HTTP request.")
    case .headersTooLarge: Wording("请求头太大。", en: "The header of this request is too large.")
    case .targetTooLong: Wording("网址太长。", en: "This address is too long.")
    case .badHost: Wording("请求里要有且只有一个 Host。", en: "A request needs one Host field, well formed.")
    case .foreignHost:
      local.map {
        Wording("预览不认网址里的这个名字，请打开 \($0.address)", en: "The preview does not go by this name: open \($0.address)")
      }
        ?? Wording(
          "预览只认本机的地址，请用 banbao serve 印出的网址打开。",
          en: "The preview answers to its own address only: use the one that banbao serve printed.")
    case .badTarget: Wording("网址的写法不对。", en: "This address is not well formed.")
    case .otherMethod: Wording("预览只能看，不能改：只收 GET 和 HEAD。", en: "The preview is to be looked at: GET and HEAD only.")
    case .hasBody: Wording("预览不收请求正文。", en: "The preview takes no request bodies.")
    case .foreignOrigin, .otherSite:
      Wording("别的网站不能读取预览。", en: "Other sites may not read the preview.")
    case .notReady: Wording("网站正在生成。", en: "The site is being built.")
    }
  }

  func text(at local: Authority?) -> [UInt8] {
    let wording = wording(at: local)
    return Array("\(wording.zh)\n\(wording.en)\n".utf8)
  }
}
