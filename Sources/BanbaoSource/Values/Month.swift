package import BanbaoDiagnostics

/// 7月, July; `month` counts from 1 to 12.
package func monthWords(_ month: Int) -> Wording { Wording("\(month)月", en: englishMonths[month - 1]) }

private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]
