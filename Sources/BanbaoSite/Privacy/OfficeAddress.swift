// Addresses that are an office's, not a person's: who answers there changes, the address does not.

extension LetteredNumbers {
  /// Whether every word of a name is an office's or also one of the domain's: gh, gonghui-2020, hospital.gh@hospital.
  func isOffice(_ name: Slice<UnsafeBufferPointer<UInt8>>, domain: Slice<UnsafeBufferPointer<UInt8>>? = nil) -> Bool {
    let words = Self.words(name)
    let own = domain.map { Self.words($0) } ?? []
    return !words.isEmpty && words.allSatisfy { offices.contains($0) || own.contains($0) }
  }

  /// The runs of letters, in small ones.
  private static func words(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    text.split { ($0 | 0x20) &- 0x61 >= 26 }.map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
  }

  /// Whether the line says before that it is whom readers turn to.
  func isContact(before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 200, bytes[start - 1] != 0x0A { start -= 1 }
    return contacts.contains { word in (start..<end).contains { stands(word, $0) } }
  }
}

private let contacts = ["contact", "联系方式", "异议受理"].map { Array($0.utf8) }

/// Names of mailboxes: those of RFC 2142 in use, and what offices of unions, hospitals and institutes are called for
/// short in Latin letters.
private let offices = Set(
  """
  info admin office contact service support help webmaster postmaster hostmaster noreply no reply mail news feedback
  hr union tradeunion laborunion
  gh ghwyh gonghui yygh yuangonghui ghbgs jsh jingshen jshenhui zgh bgs bangongshi yb yuanban dangban dzb db
  rsk renshi rsc cwk caiwu cwc zwk zongwu hqk houqin bwk jwk jiwei jijian xck xuanchuan tw tuanwei nvgong ngw zdh zhidaihui
  kefu fuwu xinxi xxk wangzhan gongkai yuanwu ywgk xinfang jubao jiandu tougao baoming yijian xinxiang youxiang
  """.split(whereSeparator: \.isWhitespace).map(String.init))
