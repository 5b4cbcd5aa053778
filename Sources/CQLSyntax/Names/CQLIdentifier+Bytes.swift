extension CQLIdentifier {
    /// A bare word of a text in lower case.
    static func folded(_ bytes: [UInt8], in range: Range<Int>) -> String {
        let word = bytes.span.extracting(range)
        for index in word.indices where word[index] &- 0x41 < 26 { return folded(bytes[range]) }
        guard let text = try? UTF8Span(validating: word) else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(copying: text)
    }

    /// What stands between two quotes of a text, doubled ones made single, or nil where that is not one quoted thing.
    static func unquoted(_ bytes: [UInt8], in range: Range<Int>) -> String? {
        guard range.count >= 2, range.upperBound <= bytes.count else { return nil }
        let quote = bytes[range.lowerBound]
        guard bytes[range.upperBound - 1] == quote else { return nil }
        let content = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
        guard content.contains(quote) else { return String(decoding: content, as: UTF8.self) }
        return unquoted(Array(bytes[range]), quote: quote)
    }
}
