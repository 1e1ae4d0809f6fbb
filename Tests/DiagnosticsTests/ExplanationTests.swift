import BanbaoDiagnostics
import Testing

@Suite struct ExplanationTests {
  @Test func `in Chinese the Chinese words stand first`() {
    #expect(
      explanation(of: unknownKey, language: .chinese) == """
        unknown-key (错误 / error)

        每个键都要在表里。写错的键不会被当成别的。

        Every key must be a known one. A wrong key is never guessed.

        错： Wrong:

            ---
            标体: 通知
            ---

        对： Right:

            ---
            标题: 通知
            ---

        """)
  }

  @Test func `in English the English words stand first`() {
    let warning = Rule(
      "w", .warning, Wording("一。", en: "One."), wrong: "a\n\n\tb\u{1B}", right: "b")
    #expect(
      explanation(of: warning, language: .english) == """
        w (warning / 提醒)

        One.

        一。

        Wrong: 错：

            a

            \tb␛

        Right: 对：

            b

        """)
  }
}
