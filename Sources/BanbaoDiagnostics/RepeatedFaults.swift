extension [Diagnostic] {
  /// At most so many faults of one rule in one file, in order; where there are more, the last of them counts the rest.
  ///
  /// A wrong column makes one fault a line: nobody reads thousands of them, and one remedy mends them all.
  package func abridged(to limit: Int = 50) -> [Diagnostic] {
    let ordered = inOrder()
    guard ordered.count > limit else { return ordered }
    var counts: [FaultSort: Int] = [:]
    for fault in ordered {
      counts[FaultSort(fault), default: 0] += 1
    }
    var told: [FaultSort: Int] = [:]
    return ordered.compactMap { fault in
      let sort = FaultSort(fault)
      let number = told[sort, default: 0] + 1
      told[sort] = number
      let all = counts[sort, default: 0]
      if number < limit || all == limit { return fault }
      guard number == limit else { return nil }
      let rest = all - limit + 1
      return Diagnostic(
        code: fault.code, severity: fault.severity, place: fault.place,
        message: Wording(
          "从这里起，这个文件里同样的问题还有 \(rest) 处，没有一一列出",
          en: "from here on, the file has \(rest) more of these, not listed one by one"),
        help: Wording("先改上面的，再检查一次", en: "mend those above and check again"))
    }
  }
}

/// What makes faults alike.
private struct FaultSort: Hashable {
  var path: String
  var code: String
  var severity: Severity

  init(_ fault: Diagnostic) {
    path = fault.place.path
    code = fault.code
    severity = fault.severity
  }
}
