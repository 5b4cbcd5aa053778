/// Finds passwords in bytes that may be CQL, part of it, or a message that quotes it.
struct PasswordScanner {
    /// A password, with its quotes and without.
    struct Secret {
        let range: Range<Int>
        let content: Range<Int>
        let replacement: String
    }

    let bytes: [UInt8]

    /// How far comments were skipped behind a key in vain.
    ///
    /// A key inside of them looks behind no comment itself: a text full of keys and comments would take time that grows
    /// with its square.
    private var skippedTo = 0

    /// The offset of the last `*/`, once it was asked for.
    private var lastCommentEnd: Int?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All passwords in the order of the text.
    ///
    /// They do not overlap.
    static func secrets(in bytes: [UInt8]) -> [Secret] {
        var scanner = PasswordScanner(bytes)
        return scanner.secrets()
    }

    private mutating func secrets() -> [Secret] {
        var found: [Secret] = []
        var index = 0
        var isOffendingToken = false
        while index < bytes.count {
            guard bytes[index] | 0x20 == UInt8(ascii: "p"), let wordEnd = endOfPasswordWord(at: index) else {
                index += 1
                continue
            }
            let key = index..<endOfKey(from: wordEnd)
            if let value = value(of: key, isWord: wordEnd == key.upperBound) {
                found.append(value.secret)
                isOffendingToken = isOffendingToken || value.isBracketed
                index = value.secret.range.upperBound
            } else {
                index = key.upperBound
            }
        }
        // The token in brackets is the one that `mismatched input '…'` quotes in front of the fragment.
        if isOffendingToken, let first = found.first, let quoted = offendingInput(before: first.range.lowerBound) {
            found.insert(quoted, at: 0)
        }
        return found
    }

    /// Where `password` or `passwd` ends if it stands here, in any case.
    private func endOfPasswordWord(at start: Int) -> Int? {
        for word in Self.words where matches(word, at: start) { return start + word.count }
        return nil
    }

    private static let words = [Array("password".utf8), Array("passwd".utf8)]

    private func matches(_ lowercaseWord: [UInt8], at start: Int) -> Bool {
        guard bytes.count - start >= lowercaseWord.count else { return false }
        return zip(bytes[start...], lowercaseWord).allSatisfy { ASCII.lowercased($0) == $1 }
    }

    /// The rest of a longer key, as in `password_for_ldap` or `ldap.password.file`.
    private func endOfKey(from start: Int) -> Int {
        var end = start
        while end < bytes.count, ASCII.isWord(bytes[end]) || Self.keyCharacters.contains(bytes[end]) { end += 1 }
        return end
    }

    /// The password that a key introduces, and whether it stands in the brackets in which ANTLR's messages put the
    /// offending token.
    ///
    /// The key counts from the word in it on; `isWord` says whether nothing follows that word.
    private mutating func value(of key: Range<Int>, isWord: Bool) -> (secret: Secret, isBracketed: Bool)? {
        var index = key.upperBound
        while index < bytes.count, Self.quotes.contains(bytes[index]) { index += 1 }
        let isQuoted = index > key.upperBound
        var isBracketed = false
        let skipsComments = key.lowerBound >= skippedTo
        index = skipTrivia(from: index, comments: skipsComments, isBracketed: &isBracketed)
        var separator: UInt8?
        while index < bytes.count, bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":") {
            separator = separator ?? bytes[index]
            index = skipTrivia(from: index + 1, comments: skipsComments, isBracketed: &isBracketed)
        }
        guard index < bytes.count else { return nil }
        if let secret = quotedValue(at: index) {
            let isWholeWord = isWord && (key.lowerBound == 0 || !ASCII.isWord(bytes[key.lowerBound - 1]))
            return separator != nil || isWholeWord || isQuoted ? (secret, isBracketed) : nil
        }
        // Quotes are missing. A colon alone is no sign of a value: prose has it, and bind markers begin with it.
        guard separator == UInt8(ascii: "=") || (separator != nil && (isQuoted || isMapKey(key))) else { return nil }
        return bareValue(at: index).map { ($0, isBracketed) }
    }

    private static let keyCharacters = Array(".-".utf8)
    private static let quotes = Array("'\"".utf8)

    /// Whether a bare word stands where a map's key would.
    private func isMapKey(_ key: Range<Int>) -> Bool {
        var index = key.lowerBound
        while index > 0, ASCII.isWord(bytes[index - 1]) { index -= 1 }
        while index > 0, ASCII.isWhiteSpace(bytes[index - 1]) { index -= 1 }
        return index > 0 && (bytes[index - 1] == UInt8(ascii: "{") || bytes[index - 1] == UInt8(ascii: ","))
    }

    /// Steps over white space, the brackets of ANTLR's messages and, where asked, comments.
    private mutating func skipTrivia(from start: Int, comments: Bool, isBracketed: inout Bool) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if ASCII.isWhiteSpace(byte) {
                index += 1
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
                isBracketed = byte == UInt8(ascii: "[")
                index += 1
            } else if comments, let end = endOfComment(from: index) {
                index = end
                skippedTo = max(skippedTo, end)
            } else {
                break
            }
        }
        return index
    }

    /// Where a comment ends, or nil where none begins.
    ///
    /// One that is not closed is none.
    private mutating func endOfComment(from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        switch (bytes[start], bytes[start + 1]) {
        case (UInt8(ascii: "-"), UInt8(ascii: "-")), (UInt8(ascii: "/"), UInt8(ascii: "/")):
            var end = start
            while end < bytes.count, !ASCII.isLineEnd(bytes[end]) { end += 1 }
            return end
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
            var end = start + 2
            guard end <= lastBlockCommentEnd() else { return nil }
            while bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") { end += 1 }
            return end + 2
        default:
            return nil
        }
    }

    /// The offset of the last `*/` of the text, or -1.
    private mutating func lastBlockCommentEnd() -> Int {
        if let lastCommentEnd { return lastCommentEnd }
        var index = bytes.count - 2
        while index >= 0, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") { index -= 1 }
        lastCommentEnd = max(index, -1)
        return max(index, -1)
    }

    /// What `input '…' expecting` or `input '…' (` quotes.
    private func offendingInput(before end: Int) -> Secret? {
        let lead = Array("input '".utf8)
        guard let start = bytes.indices.first(where: { $0 + lead.count < end && matches(lead, at: $0) }) else {
            return nil
        }
        let content = start + lead.count
        for index in content..<end where bytes[index] == UInt8(ascii: "'") {
            let rest = bytes[(index + 1)..<end]
            if rest.starts(with: " expecting".utf8) || rest.starts(with: " (".utf8) {
                return Secret(
                    range: (content - 1)..<(index + 1), content: content..<index, replacement: PasswordMask.replacement)
            }
        }
        return nil
    }
}
