import BanbaoSite

/// A year of the roll on one sheet of paper: no browser makes type smaller until it fits, so its size is found here.
struct HonourPoster {
  /// By how large their honours stand on the wall, 1 to 4; levels of one size stand beside each other.
  var levels: [(size: Int, members: [Entry<Honour>])]

  /// The size of its type in points, at which a sheet of A4 holds it; on A3 it is half as large again.
  var type: Int { (5...11).reversed().first { height(at: $0) * $0 <= 66_000 } ?? 5 }

  /// About how high it is in hundredths of an em, by what `print.css` makes of each size.
  private func height(at type: Int) -> Int {
    let width = 48_500 / type
    return (1...4).reduce(0) { height, size in
      let own = levels.filter { $0.size == size }
      guard !own.isEmpty else { return height }
      let share = width / own.count
      let parts = own.map { _, members in
        switch size {
        case 1: members.reduce(0) { $0 + ($1.files.photos.isEmpty ? 1050 : 1250) }
        case 2: rows(members.count, of: 1750, in: share) * (type >= 10 ? 950 : 800)
        case 3: rows(members.count, of: 1350, in: share) * (type >= 9 ? 850 : 700)
        default: namesHeight(members, width)
        }
      }
      return height + 250 + (parts.max() ?? 0)
    }
  }

  /// How many rows so many cards make that are so wide at least.
  private func rows(_ count: Int, of width: Int, in whole: Int) -> Int {
    let columns = max(1, whole / width)
    return (count + columns - 1) / columns
  }

  private func namesHeight(_ members: [Entry<Honour>], _ width: Int) -> Int {
    let many = members.filter(\.record.hasManyRecipients)
    return many.reduce(rows(members.count - many.count, of: 1750, in: width) * 600) { height, entry in
      height + rows(entry.record.recipients.count, of: 1050, in: width) * 170 + 450
    }
  }
}

extension Honour {
  /// Whether its names fill a width of their own on the wall.
  var hasManyRecipients: Bool { recipients.count > 4 }
}
