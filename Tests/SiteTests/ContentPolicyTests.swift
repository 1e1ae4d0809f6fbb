import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

@Suite struct `What a page may load` {
  private static let files = [
    "notices/2026/a.md": notice("甲", "2026-11-02"), "honours/2026/b.md": honour("先进", "2026-01-01"),
  ]

  @Test(arguments: ["", "base_url: http://board.example/union/"])
  func `is its own site's, and nothing stands in the page itself but what the policy names`(settings: String)
    async throws
  {
    let site = try await BuiltSite(Self.files, settings: settings)
    for page in site.plan.pages {
      let html = try site.html(page.path)
      let policy = try #require(html.firstMatch(of: /http-equiv="Content-Security-Policy" content="([^"]*)"/)).output.1
      #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe"), "\(page.path)")
      // It holds only for what stands behind it.
      let place = try #require(html.firstRange(of: "Content-Security-Policy"))
      #expect(!html[..<place.lowerBound].contains("<link") && !html[..<place.lowerBound].contains("<script"))
      #expect(html.firstMatch(of: /<script(?![^>]*src=)|<[a-z][^>]* (style|on[a-z]+)=/) == nil, "\(page.path)")
      for style in html.matches(of: /<style>([^<]*)<\/style>/) {
        #expect(policy.contains(Self.hash(String(style.output.1))), "\(page.path)")
      }
    }
  }

  @Test(arguments: ["nginx.conf", "Caddyfile"])
  func `is the same by the settings of the servers, with the style of the page for what is missing`(file: String)
    async throws
  {
    let settings = try Repository.text("Sources/CStarter/starter/server/\(file)")
    let policy = try #require(settings.firstMatch(of: /Content-Security-Policy "([^"]*)"/)).output.1
    let page = try #require(
      try await BuiltSite(Self.files).html("index.html").firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)
    ).output.1
    let allowed = Set(policy.split(separator: "; "))
    for part in page.split(separator: "; ") where !part.hasPrefix("style-src") { #expect(allowed.contains(part)) }
    let missing = try await BuiltSite(Self.files).html("404.html")
    let style = try #require(missing.firstMatch(of: /<style>([^<]*)<\/style>/)).output.1
    #expect(policy.contains("style-src 'self' \(Self.hash(String(style)))"))
  }

  /// As a policy names a style that stands in the page.
  private static func hash(_ text: String) -> String {
    let hexadecimal = Digest(of: text).hexadecimal
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16) }
    return "'sha256-\(Data(bytes).base64EncodedString())'"
  }
}
