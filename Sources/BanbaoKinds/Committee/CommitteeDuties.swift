import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Committee {
  /// A member's place in a committee that is in office.
  private struct Post {
    var entry: Entry<Committee>
    var member: Member
    /// The words of the role, one for each duty.
    var duties: [String]

    var place: Place { entry.place(member.person.name.mark) }
    var isInAudit: Bool { entry.record.body.value == .audit }
    var cashier: String? { duties.first { isCashier($0) } }
    var books: String? { duties.first { keepsBooks($0) } }
    /// The duty of an accountant who is not the cashier.
    var accounts: String? { duties.first { !isCashier($0) && mentions($0, accountWords) } }
    /// 主席 of the union itself.
    var chair: String? {
      guard entry.record.body.value == .union else { return nil }
      return duties.first { $0.contains("主席") && !$0.contains("副") && !$0.contains("经") && !$0.contains("女") }
    }
  }

  /// Who keeps the money does not keep or review the books, and who is reviewed does not review.
  static func separation(_ inOffice: [Entry<Committee>], _ library: Library) -> [Diagnostic] {
    let posts = inOffice.flatMap { entry in
      entry.record.members.map { Post(entry: entry, member: $0, duties: duties($0.role?.value ?? "")) }
    }
    let keepers = Namesakes(posts.indices.filter { posts[$0].books != nil || posts[$0].isInAudit }, posts)
    let reviewed = Namesakes(posts.indices.filter { posts[$0].chair != nil || posts[$0].accounts != nil }, posts)
    let ofCashiers = posts.indices.filter { posts[$0].cashier != nil }.flatMap { cashier in
      keepers.same(as: cashier, posts).flatMap {
        breach(posts[cashier], posts[$0], isOnePost: cashier == $0, library)
      }
    }
    let ofReviewers = posts.indices.filter { posts[$0].isInAudit }.flatMap { reviewer in
      reviewed.same(as: reviewer, posts).flatMap {
        dependence(posts[reviewer], posts[$0], isOnePost: reviewer == $0, library)
      }
    }
    return ofCashiers + ofReviewers
  }

  /// Some of the posts, found by whom they name.
  private struct Namesakes {
    /// Of one name, those that name a department, by it, and all of them, each in their order.
    private var byName: [String: (all: [Int], byDepartment: [String: [Int]])] = [:]
    private let posts: Set<Int>
    /// More posts of one person than this are not told of with each of the person's others.
    private static let limit = 5

    init(_ some: [Int], _ posts: [Post]) {
      self.posts = Set(some)
      for index in some {
        let person = posts[index].member.person
        byName[person.bareName, default: ([], [:])].all.append(index)
        byName[person.bareName]?.byDepartment[person.department, default: []].append(index)
      }
    }

    /// Those who may be the member of a post, in their order: the post itself, and the first of the others.
    func same(as post: Int, _ posts: [Post]) -> [Int] {
      let person = posts[post].member.person
      guard let found = byName[person.bareName] else { return [] }
      let department = person.department
      let others =
        department.isEmpty
        ? Array(found.all.prefix(Self.limit))
        : [department, ""].flatMap { (found.byDepartment[$0] ?? []).prefix(Self.limit) }
      return Set(others + (self.posts.contains(post) ? [post] : [])).sorted()
    }
  }

  private static func breach(
    _ cashier: Post, _ other: Post, isOnePost: Bool, _ library: Library
  ) -> [Diagnostic] {
    guard let duty = cashier.cashier, isOnePost || cashier.member.person.isSame(as: other.member.person) else {
      return []
    }
    let name = discreet([cashier.member.person, other.member.person], library)
    let second: Wording
    if let books = other.books {
      second = Wording("兼任“\(books)”", en: "also holds “\(books)”")
    } else if other.isInAudit {
      second = Wording("是经费审查委员会成员", en: "sits in the audit committee")
    } else {
      return []
    }
    return [
      CommitteeRules.cashier.at(
        cashier.place, Wording("“\(duty)”\(name)\(second.zh)", en: "“\(duty)” \(name) \(second.en)"),
        help: Wording("换一个人担任其中一项", en: "give one of the two to somebody else"),
        related: isOnePost ? [] : [Related(other.place, Wording("另一职务", en: "the other duty"))])
    ]
  }

  private static func dependence(
    _ reviewer: Post, _ other: Post, isOnePost: Bool, _ library: Library
  ) -> [Diagnostic] {
    guard isOnePost || reviewer.member.person.isSame(as: other.member.person), let duty = other.chair ?? other.accounts
    else { return [] }
    let name = discreet([reviewer.member.person, other.member.person], library)
    return [
      CommitteeRules.audit.at(
        reviewer.place,
        Wording("经费审查委员会成员\(name)担任“\(duty)”", en: "\(name) of the audit committee holds “\(duty)”"),
        help: Wording("经费审查委员会换一个人", en: "elect somebody else to the audit committee"),
        related: isOnePost ? [] : [Related(other.place, Wording("另一职务", en: "the other duty"))])
    ]
  }
}

extension Committee.Member {
  /// 出纳, 会计: the duty by which the money or the books are in the member's hands; nil for none.
  var booksDuty: String? {
    duties(role?.value ?? "").first { isCashier($0) || mentions($0, accountWords) }
  }

  /// Whether one of the duties is the cashier's.
  var holdsMoney: Bool { duties(role?.value ?? "").contains { isCashier($0) } }

  /// 主席, and not 副主席.
  var isChair: Bool { duties(role?.value ?? "").contains { $0.hasSuffix("主席") && !$0.contains("副") } }
}

/// `委员、会计兼出纳` holds three duties.
private func duties(_ role: String) -> [String] {
  role.split { "、，,；;/／兼和及+ 　".contains($0) }.map(String.init)
}

private func isCashier(_ duty: String) -> Bool { duty.contains("出纳") }

/// A duty that art. 12 keeps apart from the cashier's.
private func keepsBooks(_ duty: String) -> Bool {
  !isCashier(duty) && mentions(duty, accountWords + ["稽核", "审计", "经审", "经费审查", "档案"])
}

private func mentions(_ duty: String, _ words: [String]) -> Bool { words.contains { duty.contains($0) } }

private let accountWords = ["会计", "记账", "记帐", "总账", "总帐", "明细账", "明细帐"]
