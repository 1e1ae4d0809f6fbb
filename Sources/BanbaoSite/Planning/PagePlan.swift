package import BanbaoDiagnostics
package import BanbaoTheme

/// One page as data: rendering it needs nothing else and touches no other page.
///
/// A reference, since a page is wide and stands in many lists.
package final class PagePlan: Sendable {
  /// Under `public/`, with its extension.
  package let path: String
  /// The name of its template.
  package var template: String { declaration.template }
  /// Its template and what that sees besides the names of every page.
  package let declaration: TemplateDeclaration
  package let title: String
  /// The title of a record with the places where its lines may end.
  let titleText: TitleText?
  package let description: String
  /// The content it came from; pages that banbao makes by itself name the folder or file that caused them.
  package let origin: Place
  /// The folder whose menu item is the current one; empty for none.
  package let section: String
  /// From below the home page down to the page's parent.
  package let crumbs: [Crumb]
  /// The day of its record, for the sitemap.
  package let lastModified: String
  /// Everyone whom the page shows, for the report; `Library.shownPeople` gives them for a record.
  package let people: [ShownPerson]
  /// Whether it only leads to other pages, so that a search passes it over.
  package let isList: Bool
  /// The picture that stands for it where it is passed on in a chat.
  package let image: Image?
  /// Whether it is shown at addresses that are not its own, so that no link may start from there.
  package let isShownAnywhere: Bool
  /// Of a record's own page, what it was made from, and its place there.
  private let source: (pages: any AnyRecordPages, place: Int)?
  private let view: @Sendable (Language) -> View

  /// A picture with the words for those who do not see it.
  package struct Image: Sendable {
    /// Under `public/`.
    package var path: String
    package var alt: String
  }

  /// A page on the way down to this one.
  package struct Crumb: Sendable {
    package var label: String
    package var url: String

    package init(_ label: String, url: String) {
      self.label = label
      self.url = url
    }
  }

  /// A page of a template, made when it is rendered from the model that the template declares.
  ///
  /// - Parameter source: of a record's own page, what it is made from, and its place there.
  package init<Model>(
    _ template: Template<Model>, path: String, title: String, titleText: TitleText? = nil, description: String = "",
    origin: Place, section: String, crumbs: [Crumb] = [], lastModified: String = "", people: [ShownPerson] = [],
    isList: Bool = false, image: Image? = nil, isShownAnywhere: Bool = false,
    source: (pages: any AnyRecordPages, place: Int)? = nil, of model: @escaping @Sendable () -> Model
  ) {
    self.source = source
    self.path = path
    declaration = template.declaration
    self.title = title
    self.titleText = titleText
    self.description = description
    self.origin = origin
    self.section = section
    self.crumbs = crumbs
    self.lastModified = lastModified
    self.people = people
    self.isList = isList
    self.image = image
    self.isShownAnywhere = isShownAnywhere
    view = { template.names.view(of: model(), in: $0) }
  }

  /// The page of a record whose text alone has changed; nil where this is no record's own page, or that of another kind.
  func showing(_ entry: any AnyEntry) -> PagePlan? {
    source.flatMap { $0.pages.page($0.place, showing: entry) }
  }

  /// What the template sees besides the names of every page.
  package func view(in language: Language) -> View { view(language) }

  /// What the template sees besides the names of every page, for those who ask by name.
  package func namedView(in language: Language) -> NamedView { NamedView(view(language), declaration.names) }
}

/// What the pages of the records of one kind are made from, behind a face that does not name the kind.
package protocol AnyRecordPages: Sendable {
  /// The page of the record in a place, whose text alone has changed; nil for a record of another kind.
  func page(_ place: Int, showing entry: any AnyEntry) -> PagePlan?
}

/// A small file that is made, not copied, such as a sheet as a table for Excel.
package struct FilePlan: Sendable {
  /// Under `public/`, with its extension.
  package var path: String
  /// The content it came from.
  package var origin: Place
  package var bytes: @Sendable () -> [UInt8]

  package init(path: String, origin: Place, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.origin = origin
    self.bytes = bytes
  }
}

/// An entry of the site's menu.
package struct MenuItem: Sendable {
  /// By which `menu` in `site.yaml` names it: a folder, or a record's path.
  package var target: String
  package var label: String
  package var url: String
  /// Smaller comes first where `site.yaml` gives no order.
  package var order: Int
  /// Whether it tells those who write the board how: it then stands at the foot of the pages, and not in the menu.
  package var isForWriters: Bool

  package init(target: String, label: String, url: String, order: Int, isForWriters: Bool = false) {
    self.target = target
    self.label = label
    self.url = url
    self.order = order
    self.isForWriters = isForWriters
  }
}
