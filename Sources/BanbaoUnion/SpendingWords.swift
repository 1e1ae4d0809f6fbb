/// Words by which titles and summaries tell for whom union money is spent (DomainNotes 1.8).
package enum SpendingWords {
  /// The retired, for whom the employer pays.
  package static let retirees = [
    "离退休", "退休职工", "退休人员", "退休干部", "退休会员", "退休同志", "退休老", "离休", "老干部",
  ]
  /// The farewell to a member who retires, for which union money may pay.
  package static let farewells = [
    "离岗", "光荣退休", "荣休", "荣退", "欢送", "纪念", "留念", "新退休", "即将退休",
  ]
}
