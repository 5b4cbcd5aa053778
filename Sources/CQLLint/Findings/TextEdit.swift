/// Bytes of a text, and what is to stand in their place.
public struct TextEdit: Hashable, Sendable {
    /// The bytes that go; empty where something is only put in.
    public let range: Range<Int>
    /// What comes.
    public let text: String

    /// Makes an edit.
    public init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }

    /// Puts something in.
    static func insertion(_ text: String, at offset: Int) -> TextEdit { TextEdit(offset..<offset, text) }
}
