import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct FileTests {
  @Test func `an attachment stands on the page with type and size, and is published once`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice(
        "甲", "2026-01-01", "attachments:\n  - {file: 报名表.mp3, title: 表一}\n  - {file: 说明.PDF}",
        body: "[报名表](报名表.mp3)"),
      "notices/b.md": notice("乙", "2026-01-02", "attachments: [{file: 报名表.mp3}]"),
      "notices/报名表.mp3": "ID3" + String(repeating: "x", count: 1022), "notices/说明.PDF": "%PDF-",
    ])
    #expect(site.codes == [])
    let view = try site.view("notices/a.html")
    #expect(view.texts("attachments", "title") == ["表一", "说明"])
    #expect(view.texts("attachments", "type") == ["MP3", "PDF"])
    #expect(view.texts("attachments", "size") == ["2 KB", "5 B"])
    #expect(view.texts("attachments", "url").first == "notices/%E6%8A%A5%E5%90%8D%E8%A1%A8.mp3")
    #expect(
      site.plan.copies.filter { !$0.isAsset }.map(\.path).sorted() == [
        "notices/报名表.mp3", "notices/说明.PDF",
      ])
  }

  @Test func `photos stand on the page with caption and alternative text, and pictures of the body are published`()
    async throws
  {
    let site = try await BuiltSite([
      "notices/2026/a.md": notice(
        "甲", "2026-01-01", "photos: [{file: ../合影.gif, caption: 合影, alt: 全体队员}]",
        body: "![球场](图/球场.gif)"),
      "notices/合影.gif": "GIF89a1212", "notices/2026/图/球场.gif": "GIF89a1212",
    ])
    #expect(site.codes == [])
    let photo = try #require(try site.view("notices/2026/a.html").list("photos").first)
    #expect(photo.text("alt") == "全体队员" && photo.text("caption") == "合影")
    #expect(
      try site.html("notices/2026/a.html").contains("src=\"%E5%9B%BE/%E7%90%83%E5%9C%BA.gif\""))
    #expect(
      site.plan.copies.filter { !$0.isAsset }.map(\.path).sorted() == [
        "notices/2026/图/球场.gif", "notices/合影.gif",
      ])
  }

  @Test func `a file that no record names is told of and not published`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01"), "notices/旧表.xlsx": "x",
    ])
    #expect(site.codes == ["file-unused"])
    #expect(site.outputs(holding: "旧表") == [])
  }

  @Test(arguments: [
    ("attachments: [{file: 安装.exe}]", "file-type"),
    ("attachments: [{file: 没有.pdf}]", "file-missing"),
    ("photos: [{file: 说明.pdf, alt: 图}]", "not-an-image"),
    ("attachments: [{file: ../../etc/passwd}]", "link-outside"),
    ("attachments: [{file: ../private/people.yaml}]", "link-private"),
  ])
  func `what may not be published is refused`(fields: String, code: String) async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", fields), "notices/安装.exe": "x",
      "notices/说明.pdf": "%PDF-",
      "private/people.yaml": "- 张小明",
    ])
    #expect(site.codes.filter { !["file-unused", "file-form", "text-not-published"].contains($0) } == [code])
  }

  @Test func `nothing under private is read or published`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01"), "private/people.yaml": "- 张小明",
      "private/notices/b.md": notice("张小明", "2026-01-01"),
    ])
    #expect(site.codes == [])
    #expect(site.outputs(holding: "张小明") == [])
  }

  @Test(arguments: ["notices/A.md", "notices/a.yaml"])
  func `two records that would make one page are reported at both`(path: String) async throws {
    let text =
      path.hasSuffix(".md")
      ? notice("乙", "2026-01-02") : "{title: 乙, date: 2026-01-02, kind: 通知}"
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01"), path: text])
    #expect(site.codes == ["path-clash", "path-clash"])
    #expect(Set(site.diagnostics.map(\.place.path)) == ["content/notices/a.md", "content/\(path)"])
  }

  @Test(arguments: ["index", "archive/2026"])
  func `a record that would make the page of a list is reported`(name: String) async throws {
    let site = try await BuiltSite(["notices/\(name).md": notice("甲", "2026-01-01")])
    #expect(Set(site.codes) == ["path-clash"])
    #expect(site.diagnostics.contains { $0.place.path == "content/notices/\(name).md" })
  }
}

@Suite struct LinkTests {
  @Test(arguments: [
    ("完成100%.xlsx", "%E5%AE%8C%E6%88%90100%25.xlsx"), ("报名表#1.docx", "%E6%8A%A5%E5%90%8D%E8%A1%A8%231.docx"),
    ("报名 表.docx", "%E6%8A%A5%E5%90%8D%20%E8%A1%A8.docx"), ("附件\\表.docx", "%E9%99%84%E4%BB%B6/%E8%A1%A8.docx"),
    ("完成100%25.xlsx", "%E5%AE%8C%E6%88%90100%25.xlsx"), ("表%20甲.docx", "%E8%A1%A8%20%E7%94%B2.docx"),
    ("附件\\说明.md#一", "%E9%99%84%E4%BB%B6/%E8%AF%B4%E6%98%8E.html#%E4%B8%80"),
  ])
  func `a link may name a file as it is called, whatever signs the name holds`(_ written: String, _ href: String)
    async throws
  {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", body: "[见](\(written))"), "notices/完成100%.xlsx": "x",
      "notices/报名表#1.docx": "x", "notices/报名表.mp3x": "x", "notices/报名 表.docx": "x", "notices/附件/表.docx": "x",
      "notices/表 甲.docx": "x", "notices/附件/说明.md": notice("乙", "2026-01-01", body: "# 一"),
    ])
    #expect(site.codes.filter { !["file-unused", "file-form", "text-not-published"].contains($0) } == [])
    #expect(try site.html("notices/a.html").contains("href=\"\(href)\""))
  }

  @Test(arguments: ["完成90%.xlsx", "附件\\没有.docx", "报名表#2.docx"])
  func `a link to such a file that is not there is broken, and no more than that`(_ written: String) async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", body: "[见](\(written))"), "notices/报名表.mp3x": "x",
    ])
    #expect(site.codes.filter { !["file-unused", "file-form", "text-not-published"].contains($0) } == ["link-broken"])
  }

  struct Link: Sendable, CustomTestStringConvertible {
    var written: String
    var href: String
    var testDescription: String { written }
  }

  @Test(arguments: [
    Link(written: "b.md", href: "b.html"),
    Link(written: "../春节.md", href: "../%E6%98%A5%E8%8A%82.html"),
    Link(written: "../%E6%98%A5%E8%8A%82.md", href: "../%E6%98%A5%E8%8A%82.html"),
    Link(written: "../../activities/c.md", href: "../../activities/c.html"),
    Link(written: "b.md#时间", href: "b.html#%E6%97%B6%E9%97%B4"),
    Link(written: "#地点", href: "#%E5%9C%B0%E7%82%B9"),
    Link(written: "../../honours/2025/1.html", href: "../../honours/2025/1.html"),
    Link(written: "../archive/2026.html", href: "../archive/2026.html"),
    Link(written: "表.mp3", href: "%E8%A1%A8.mp3"),
    Link(written: "https://example.org/?q=1", href: "https://example.org/?q=1"),
  ])
  func `a link to a content file becomes a relative link to its page`(link: Link) async throws {
    let site = try await BuiltSite(Self.files(body: "# 地点\n\n[见](\(link.written))"))
    #expect(site.codes.filter { !["file-unused", "file-form", "text-not-published"].contains($0) } == [])
    #expect(try site.html("notices/2026/a.html").contains("href=\"\(link.href)\""))
  }

  @Test(arguments: [
    Link(written: "d.md", href: "link-broken"), Link(written: "b.md#没有", href: "link-fragment"),
    Link(written: "/notices/2026/b.html", href: "link-absolute"),
    Link(written: "../../../b.md", href: "link-outside"),
    Link(written: "../../private/people.yaml", href: "link-private"),
    Link(written: "../none.html", href: "link-broken"),
    Link(written: "../../site.yaml", href: "link-broken"),
  ])
  func `a link that leads nowhere is named`(link: Link) async throws {
    let site = try await BuiltSite(Self.files(body: "[见](\(link.written))"))
    #expect(site.codes.filter { !["file-unused", "file-form", "text-not-published"].contains($0) } == [link.href])
    #expect(site.diagnostics.first { $0.code == link.href }?.place.line == 8)
  }

  private static func files(body: String) -> [String: String] {
    [
      "notices/2026/a.md": notice("甲", "2026-01-01", body: body),
      "notices/2026/b.md": notice("乙", "2026-01-02", body: "## 时间\n\n上午"),
      "notices/春节.md": notice("丙", "2026-01-03"), "notices/2026/表.mp3": "ID3",
      "activities/c.md": "---\ntitle: 丁\ndate: 2026-01-01\nkind: 文体\n---\n",
      "honours/2025.yaml":
        "- {title: 先进, date: 2025-01-01, level: 省, kind: 集体, awarded_by: 总工会}",
      "private/people.yaml": "- 张小明",
    ]
  }
}
