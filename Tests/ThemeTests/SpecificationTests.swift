import BanbaoTheme
import Foundation
import Testing

/// The official test data of the Mustache specification, which stands beside the repository.
@Suite(
  .enabled(if: specification.exists, "the specification's test data is not beside the repository"))
struct SpecificationTests {
  @Test(arguments: specification.files)
  func `every official example renders as the specification says`(file: String) throws {
    let tests = try specification.tests(in: file)
    #expect(!tests.isEmpty)
    for test in tests {
      var files = [TemplateFile("template", test.template)]
      for (name, text) in test.partials ?? [:] { files.append(TemplateFile(name, text)) }
      let view = test.data.asView
      let (theme, _) = Theme.compileUnchecked(files, names: view.names.declared)
      #expect(theme.page("template", view) == test.expected, "\(file): \(test.name)")
    }
  }
}

private let specification = Specification()

private struct Specification {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/spec/mustache"
  )
  .standardized
  let files = [
    "comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  var exists: Bool { FileManager.default.fileExists(atPath: folder.path) }

  func tests(in file: String) throws -> [Example] {
    try JSONDecoder().decode(
      Examples.self, from: Data(contentsOf: folder.appending(path: file + ".json"))
    ).tests
  }
}

private struct Examples: Decodable {
  var tests: [Example]
}

private struct Example: Decodable {
  var name: String
  var data: JSON
  var template: String
  var partials: [String: String]?
  var expected: String
}

private enum JSON: Decodable {
  case null
  case flag(Bool)
  case integer(Int)
  case decimal(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    if try decoder.singleValueContainer().decodeNil() {
      self = .null
    } else if let flag = try decoder.value(Bool.self) {
      self = .flag(flag)
    } else if let number = try decoder.value(Double.self) {
      self = Int(exactly: number).map { .integer($0) } ?? .decimal(number)
    } else if let text = try decoder.value(String.self) {
      self = .text(text)
    } else if let list = try decoder.value([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try decoder.singleValueContainer().decode([String: JSON].self))
    }
  }

  var asView: LiteralView {
    guard case .object(let fields) = self else { return LiteralView(implicit: asValue) }
    return LiteralView(fields.map { (name: $0, value: $1.asValue) })
  }

  var asValue: LiteralValue {
    switch self {
    case .null: .absent
    case .flag(let flag): .flag(flag)
    case .integer(let integer): .number(integer)
    case .decimal(let decimal): .text("\(decimal)")
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(\.asView))
    case .object: .view(asView)
    }
  }
}

extension Decoder {
  /// nil where the value here is of another type.
  fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    do {
      return try singleValueContainer().decode(type)
    } catch DecodingError.typeMismatch {
      return nil
    }
  }
}
