import Foundation
import Testing

/// The built program, beside the tests.
enum Program {
  static let url: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder =
      bundle.map { $0.bundleURL.deletingLastPathComponent() }
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "banbao")
  }()

  struct Result: Sendable {
    var status: Int32
    var output: String
    var errors: String

    var lastLine: String {
      output.split(separator: "\n").last.map(String.init) ?? ""
    }
  }

  /// Runs the program in a folder.
  ///
  /// - Parameter environment: the whole of it but for `PATH` and `HOME`, so that the machine's own decides nothing.
  static func run(_ arguments: [String], in folder: URL, _ environment: [String: String] = [:]) throws
    -> Result
  {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let own = ProcessInfo.processInfo.environment
    process.environment = environment.merging(
      own.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    ) { given, _ in given }
    // Files, because a pipe that nobody reads fills up.
    let output = folder.appending(path: ".stdout-\(UUID())")
    let errors = folder.appending(path: ".stderr-\(UUID())")
    for file in [output, errors] { try Data().write(to: file) }
    defer {
      for file in [output, errors] {
        do { try FileManager.default.removeItem(at: file) } catch { Issue.record(error) }
      }
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A site in a folder of its own, removed with it.
final class SiteFolder: Sendable {
  let url: URL

  /// - Parameter files: by their path in the folder, written in this order.
  init(_ files: KeyValuePairs<String, String> = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "banbao-cli-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { Issue.record(error) }
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func run(_ arguments: String..., environment: [String: String] = ["BANBAO_LANG": "en"]) throws
    -> Program.Result
  {
    try Program.run(arguments, in: url, environment)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path(percentEncoded: false))
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// Every file below a folder with its bytes.
  func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = url.appending(path: path).path(percentEncoded: false)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let file = root + "/" + name
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = try Data(contentsOf: URL(filePath: file))
    }
    return files
  }

  /// Every file below a folder with its time of change.
  func times(_ path: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in try files(path).keys {
      let file = url.appending(path: path + "/" + name).path(percentEncoded: false)
      times[name] =
        try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    }
    return times
  }
}

/// A small site without faults.
let goodSite: KeyValuePairs<String, String> = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n",
  "content/notices/2026/春节.md":
    "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\ntags: [慰问]\n---\n\n见[活动](../../activities/a.md)。\n",
  "content/notices/b.md": "---\ntitle: 草稿\ndate: 2026-02-11\nkind: 通知\ndraft: true\n---\n",
  "content/notices/c.md": "---\ntitle: 定时\ndate: 2026-02-11\nkind: 通知\npublish: 2026-03-08\n---\n",
  "content/activities/a.md": "---\ntitle: 拔河\ndate: 2026-01-10\nkind: 文体\n---\n",
]

/// A notice with an error: there is no such kind.
let wrongNotice = "---\ntitle: 甲\ndate: 2026-02-10\nkind: 通之\n---\n"
/// A notice with a warning: a 公示 without a period.
let warnedNotice = "---\ntitle: 甲\ndate: 2026-02-10\nkind: 公示\n---\n"
