/// How CQL writes the names of keyspaces, tables, columns and so on.
public enum CQLIdentifier {
    /// The name as CQL text: bare where every release from 3.11 to 6.0 reads it back as it is, otherwise in double
    /// quotes.
    public static func quoted(_ name: String) -> String {
        if isBare(name) { return name }
        var text = "\""
        for scalar in name.unicodeScalars {
            if scalar == "\"" { text.unicodeScalars.append("\"") }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    /// Whether a name needs no quotes: a lower-case letter, then lower-case letters, digits and underscores, and no word
    /// that is reserved in any release.
    public static func isBare(_ name: String) -> Bool {
        var bytes = name.utf8.makeIterator()
        guard let first = bytes.next(), isLowercaseLetter(first) else { return false }
        while let byte = bytes.next() {
            guard isLowercaseLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") else { return false }
        }
        return !isReserved(name)
    }

    /// Whether a word, in any case of letters, is reserved in at least one release from 3.11 to 6.0.
    public static func isReserved(_ word: String) -> Bool {
        Keyword(word: word)?.isReserved ?? false
    }

    /// The name that CQL text stands for: a bare word in lower case, the inside of double quotes as it is with `""`
    /// undoubled.
    ///
    /// Nil where the text is neither.
    public static func name(from text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "\"") {
            return unquoted(bytes, quote: first)
        }
        guard ASCII.isLetter(first), bytes.allSatisfy(ASCII.isWord) else { return nil }
        return folded(bytes)
    }

    /// A bare word in lower case.
    ///
    /// Only ASCII letters change; there are no others in bare words.
    static func folded(_ word: some Sequence<UInt8>) -> String {
        String(decoding: word.map(ASCII.lowercased), as: UTF8.self)
    }

    /// What stands between two quotes, doubled ones made single, or nil where the text is not one quoted thing.
    static func unquoted(_ bytes: [UInt8], quote: UInt8) -> String? {
        guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return nil }
        var content: [UInt8] = []
        content.reserveCapacity(bytes.count)
        var index = 1
        while index < bytes.count - 1 {
            if bytes[index] == quote {
                guard index + 1 < bytes.count - 1, bytes[index + 1] == quote else { return nil }
                index += 1
            }
            content.append(bytes[index])
            index += 1
        }
        return String(decoding: content, as: UTF8.self)
    }

    private static func isLowercaseLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
