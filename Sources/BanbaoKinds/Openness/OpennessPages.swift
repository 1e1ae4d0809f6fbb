import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Openness {
  func sheet(_ entry: Entry<Openness>, _ library: Library) -> Sheet {
    Sheet(facts: [
      Fact(Keys.topic, topic.value), Fact(Keys.scope, scope), Fact(Keys.channel, channel),
      Fact(Keys.due, due.map { library.words($0.value) }),
      Fact(Keys.published, published.map { library.words($0.value) } ?? missingMark),
      Fact(Wording("进度", en: "State"), label(library)),
    ])
  }

  /// Every item with its days, and how far it is.
  static func tables(_ entries: [Entry<Openness>], in library: Library) -> [Table] {
    [
      Table(
        caption: Wording("公开事项", en: "Items"),
        columns: [
          Table.Column(label: Keys.topic.label), Table.Column(label: Keys.due.label),
          Table.Column(label: Keys.published.label), Table.Column(label: Wording("进度", en: "State")),
        ],
        rows: entries.map { entry in
          let record = entry.record
          return [
            Table.Cell(record.topic.value, url: entry.url),
            .day(record.due.map { library.words($0.value) } ?? "—"),
            .day(record.published.map { library.words($0.value) } ?? missingMark), Table.Cell(record.label(library)),
          ]
        })
    ]
  }

  static var tablesLinkAll: Bool { true }
}
