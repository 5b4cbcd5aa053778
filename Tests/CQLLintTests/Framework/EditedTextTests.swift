import Testing

@testable import CQLLint

@Suite struct EditedTextTests {
    private static func edited(_ text: String, _ edits: TextEdit...) -> (String, Int) {
        let edited = EditedText(Array(text.utf8), edits)
        return (String(decoding: edited.bytes, as: UTF8.self), edited.count)
    }

    @Test("edits are made in the order of the text")
    func order() {
        #expect(
            Self.edited("abcdef", TextEdit(4..<5, "E"), .insertion("-", at: 0), TextEdit(1..<3, "")) == ("-adEf", 3))
    }

    @Test("of edits that overlap, or put something in at one place, the first is made")
    func overlap() {
        #expect(Self.edited("abcdef", TextEdit(1..<4, "X"), TextEdit(3..<5, "Y")) == ("aXef", 1))
        #expect(Self.edited("ab", .insertion("1", at: 1), .insertion("2", at: 1)) == ("a1b", 1))
    }

    @Test("what lies outside of the text is left out")
    func outside() {
        #expect(Self.edited("ab", TextEdit(1..<9, "X"), .insertion("!", at: 2)) == ("ab!", 1))
    }
}
