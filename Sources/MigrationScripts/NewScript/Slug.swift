/// The part of a file name that a description becomes: words of `a` to `z` and `0` to `9`, joined by single underscores.
///
/// Whatever else a description holds (slashes, line ends, quotes) only separates words, so that no description can leave
/// the folder or write into the script.
struct Slug: Hashable, Sendable {
    /// The words; never empty.
    let text: String

    /// Makes one; nil where nothing of the description is left.
    init?(_ description: String) {
        let words = description.utf8.map(Self.kept).split(separator: nil)
        guard !words.isEmpty else { return nil }
        text = words.map { String(decoding: $0.compactMap(\.self), as: UTF8.self) }.joined(separator: "_")
    }

    /// Whether a name that joins version and description by one underscore would lose the first word to the version.
    var beginsWithNumber: Bool {
        text.prefix { $0 != "_" }.allSatisfy(\.isNumber)
    }

    private static func kept(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: nil
        }
    }
}
