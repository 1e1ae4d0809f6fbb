import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Finance {
  /// `data/`: each sheet that has a page with figures as a table, with what programs need to know to read it.
  func dataFiles() -> [FilePlan] {
    let union = library.settings.union
    let sheets = all.years.flatMap { year in
      year.periods.filter { !year.months(of: $0).isEmpty }.compactMap { period in
        FinanceSheet(year, period).map { SheetData(union: union, year: year, sheet: $0) }
      }
    }
    if sheets.isEmpty { return [] }
    let baseURL = library.settings.baseURL
    return sheets.flatMap { sheet in
      let origin = Place(sheet.year.ledger.path)
      return [
        FilePlan(path: sheet.path, origin: origin) { sheet.csv },
        FilePlan(path: "\(sheet.path)-metadata.json", origin: origin) { bytes(tableMetadata(sheet)) },
      ]
    } + [
      FilePlan(path: dataPackagePath, origin: library.origin(Self.folder)) {
        bytes(dataPackage(sheets, union: union, homepage: baseURL))
      }
    ]
  }
}

/// What lists the tables of `data/`.
let dataPackagePath = "data/datapackage.json"

private func bytes(_ json: JSON) -> [UInt8] { Array((json.text + "\n").utf8) }

/// A Tabular Data Package (Frictionless Data, version 1) of all sheets.
private func dataPackage(_ sheets: [SheetData], union: String, homepage: String?) -> JSON {
  let resources = sheets.map { sheet -> JSON in
    let csv = sheet.csv
    return [
      "profile": "tabular-data-resource", "name": .string(sheet.name), "path": .string(sheet.file),
      "title": .string(sheet.title), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "bytes": .number(csv.count), "hash": .string("sha256:" + Digest(of: csv).hexadecimal), "schema": tableSchema,
    ]
  }
  return .object(
    [
      ("profile", "tabular-data-package"), ("name", "union-accounts"), ("title", .string("\(union)经费收支")),
      (
        "description",
        """
        每张收支表一个文件，每个科目一行，金额以元为单位。没有上级科目的各行相加，等于同一收支方向的合计行；\
        公开日期空着的，是按账本列出、还没有公开的全年表。
        """
      ),
    ] + (homepage.map { [("homepage", .string($0))] } ?? []) + [("resources", .array(resources))])
}

/// The columns as a Table Schema (Frictionless Data, version 1).
private let tableSchema: JSON = [
  "fields": .array(
    SheetData.columns.map { column in
      var constraints: [(key: String, value: JSON)] = []
      if column.isRequired { constraints.append(("required", .flag(true))) }
      if case .choice(let words) = column.kind { constraints.append(("enum", .array(words.map { .string($0) }))) }
      let type: JSON =
        switch column.kind {
        case .text, .choice: "string"
        case .year: "year"
        case .month: "yearmonth"
        case .day: "date"
        case .amount: "number"
        }
      return .object(
        [("name", .string(column.name)), ("title", .string(column.title)), ("type", type)]
          + (constraints.isEmpty ? [] : [("constraints", .object(constraints))]))
    }),
  "primaryKey": .array(SheetData.key.map { .string($0) }), "missingValues": [""],
]

/// The metadata of one table (W3C, Metadata Vocabulary for Tabular Data), by the name under which programs look for it.
private func tableMetadata(_ sheet: SheetData) -> JSON {
  [
    "@context": ["http://www.w3.org/ns/csvw", ["@language": "zh-Hans"]], "url": .string(sheet.file),
    "dc:title": .string(sheet.title), "dc:publisher": .string(sheet.union),
    "dc:temporal": .string(sheet.sheet.period.code),
    "tableSchema": [
      "columns": .array(
        SheetData.columns.map { column in
          let type: JSON =
            switch column.kind {
            case .text: "string"
            case .choice(let words): ["base": "string", "format": .string(words.joined(separator: "|"))]
            case .year: "gYear"
            case .month: "gYearMonth"
            case .day: "date"
            case .amount: ["base": "decimal", "format": "#0.00"]
            }
          return [
            "name": .string(column.name),
            "titles": ["en": .string(column.name), "zh-Hans": .string(column.title)], "datatype": type,
            "required": .flag(column.isRequired),
          ]
        }), "primaryKey": .array(SheetData.key.map { .string($0) }),
    ],
  ]
}
