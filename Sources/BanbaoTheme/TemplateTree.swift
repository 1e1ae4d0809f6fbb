/// Where a tag begins in its file; both count from 1, the column in scalars.
struct Position: Hashable, Sendable {
  var line: Int
  var column: Int
}

/// A tag's name as written, and where the tag stands.
struct Tag: Hashable, Sendable {
  var name: String
  var position: Position
  /// Scalars from the opening to the closing delimiter.
  var length: Int
}

/// A name split at its dots; the name `.` is one part.
struct DottedName: Hashable, Sendable {
  var parts: [String]
  var tag: Tag

  init(_ tag: Tag) {
    self.tag = tag
    parts =
      tag.name == implicitName
      ? [implicitName]
      : tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Parsed template text. Ranges are byte offsets into the template's own file.
enum Node: Sendable {
  case text(Range<Int>)
  /// The beginning of a line that is printed, with the white space that leads it: the place where indentation goes.
  case lineStart(space: Range<Int>, isBlank: Bool)
  case value(DottedName, isEscaped: Bool)
  case section(DottedName, isInverted: Bool, body: [Node])
  /// `indent` is nil for a tag that shares its line with other content.
  case partial(Tag, indent: Range<Int>?)
  case parent(Tag, overrides: [Int], indent: Range<Int>?)
  /// A block by its index in the theme's table of blocks.
  case block(Int)
}

/// The inside of `{{$name}}…{{/name}}`: default content, or what replaces it where a parent is named.
struct Block: Sendable {
  var template: Int
  var tag: Tag
  var content: [Node]
  /// The opening tag ended its line, and nothing stood before it.
  var isStandalone: Bool
  /// Where other content is put here, its lines begin with this.
  var siteIndent: Range<Int>
  /// White space that the content's lines lose where the content is put elsewhere.
  var dedent: Int
}

struct ParsedTemplate: Sendable {
  var file: TemplateFile
  var nodes: [Node]
}

/// Sections, blocks, partials and parents may be nested so deep, in the source and in rendering: no stack overflows.
let maximalDepth = 200
/// Of these, one file may open so many.
let maximalDepthInFile = 100
