import BanbaoSource
package import BanbaoUnion

extension Welfare: Spends, CountsPeople {
  package var outlay: Spending? { spending }
  package var limitedItem: LimitedItem? { nil }
  package var gift: Gift? { .benefit }

  /// Each item by its own name: gifts at festivals go to everybody each time, birthdays to others every month.
  package var limitedShares: [LimitedShare] {
    items.compactMap { item in
      guard let amount = item.amount else { return nil }
      let isBirthday = item.name.value.contains("生日")
      let isFestival = (statutoryFestivals + ["节日", "年节"]).contains(where: item.name.value.contains)
      guard isBirthday || isFestival else { return nil }
      return LimitedShare(
        item: isBirthday ? .birthday : .festival, amount: Located(amount.value.number, amount.mark),
        headcount: Headcount(people: item.people),
        addsUp: !isBirthday)
    }
  }

  /// One person may stand in several items, so they are counted in person-times.
  package var headcount: Headcount {
    let counts = items.compactMap(\.people)
    guard counts.count == items.count, let first = counts.first, let sum = Tally(counts.map(\.value)).sum else {
      return Headcount(people: nil)
    }
    return Headcount(people: nil, personTimes: Located(sum, first.mark))
  }
}
