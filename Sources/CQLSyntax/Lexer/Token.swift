/// A piece of CQL that the grammar does not look into, and where it is.
public struct Token: Hashable, Sendable {
    /// What it is.
    public let kind: TokenKind

    /// The word of the grammar that it is, in any case of letters; nil for all but bare words, and where it is none.
    ///
    /// It is looked up once, as the text is cut: everybody who reads a statement asks for it.
    public let keyword: Keyword?

    /// The number of a bare word that is no keyword among the words of its text.
    let word: Int32

    /// Its bytes in the text, quotes and comment signs included.
    public let range: Range<Int>

    /// The number of what is no such word, or has none.
    static let noWord: Int32 = -1

    init(_ kind: TokenKind, _ range: Range<Int>, keyword: Keyword? = nil, word: Int32 = noWord) {
        self.kind = kind
        self.keyword = keyword
        self.word = word
        self.range = range
    }
}
