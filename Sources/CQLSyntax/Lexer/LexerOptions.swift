/// What is allowed in a text beyond CQL itself.
public struct LexerOptions: Hashable, Sendable {
    /// Whether `${name}` may stand wherever a name or a part of one may.
    ///
    /// Inside of literals, quoted names and comments it is text like any other, and whoever replaces placeholders looks
    /// for it there too.
    public let placeholders: Bool

    /// Says what is allowed; nothing unless asked for.
    public init(placeholders: Bool = false) {
        self.placeholders = placeholders
    }

    /// CQL and nothing else.
    public static let plain = LexerOptions()
}
