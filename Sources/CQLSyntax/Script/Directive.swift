/// A comment line `-- @name argument` that tells the tool something.
public struct Directive: Hashable, Sendable {
    /// What stands between `@` and the next blank, as written.
    public let name: String

    /// What follows the name, without blanks around it; empty where nothing does.
    public let argument: String

    /// The comment, from `--` to its last character that is no blank.
    public let range: Range<Int>

    /// The `@` and the name.
    public let nameRange: Range<Int>

    /// The argument; empty, and behind the name, where there is none.
    public let argumentRange: Range<Int>

    /// The directive as it counts for a checksum: as written, with single blanks between its words.
    public var canonicalText: String {
        let words = argument.utf8.split { ASCII.isBlank($0) }.map { String(decoding: $0, as: UTF8.self) }
        return (["@" + name] + words).joined(separator: " ")
    }
}
