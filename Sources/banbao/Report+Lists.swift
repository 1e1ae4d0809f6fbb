import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSearch
import BanbaoSite
import BanbaoSource

/// What is listed where an option asks for it.
extension Report {
  /// Prints what the committee has to do, a line each.
  func printDue() {
    site.profile.clear()
    for due in site.compilation.due {
      let state = due.isLate(on: site.inputs.today) ? Wording("逾期", en: "late") : Wording("到期", en: "due")
      say("\(due.day.iso) \(state[language]) \(due.place.path):\(due.place.line) 《\(due.title)》\(due.task[language])")
      say("  = \(due.remedy[language])")
    }
    if site.compilation.due.isEmpty {
      say(Wording("本月没有到期或逾期的事", en: "nothing is late or due this month")[language])
    }
  }

  /// Prints every page that shows a person: whole names with the place of their consent, the masked ones as a number.
  func printPeople() {
    site.profile.clear()
    let pages = site.compilation.shownPeople
    for (page, people) in pages {
      say(page)
      for person in people where person.isWhole { say("  \(person.name) \(person.place.shown)") }
      let masked = people.count { !$0.isWhole }
      if masked > 0 { say("  " + Wording("隐去姓名 \(masked) 人", en: "\(masked) masked")[language]) }
    }
    if pages.isEmpty { say(Wording("没有显示人员的网页", en: "no page shows a person")[language]) }
    for (word, place) in site.compilation.notNames {
      say(Wording("不当作姓名：\(word) \(place.shown)", en: "taken for no name: \(word) \(place.shown)")[language])
    }
  }

  /// Prints how the site differs from a published folder, a line a file.
  func printChanges(against folder: String) async throws {
    let changes = try await changes(
      site.outputs.filter { !$0.path.hasPrefix(SitePlan.pictureFolder + "/") }, against: folder,
      leavingOut: [SearchIndex.folder, SitePlan.pictureFolder], tasks: site.request.tasks)
    site.profile.clear()
    let parts = [
      (Wording("新增", en: "added"), changes.added), (Wording("修改", en: "changed"), changes.changed),
      (Wording("删除", en: "removed"), changes.removed),
    ]
    for (word, paths) in parts {
      for path in paths { say("\(word[language]) \(path)") }
    }
    say(
      Wording(
        "与 \(folder) 相比：新增 \(changes.added.count)，修改 \(changes.changed.count)，删除 \(changes.removed.count)",
        en:
          "against \(folder): \(changes.added.count) added, \(changes.changed.count) changed, \(changes.removed.count) removed"
      )[language])
  }
}
