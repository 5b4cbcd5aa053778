/// What of a script counts for its checksum, as bytes: its tokens and directives, and nothing else.
///
/// White space, comments, a byte order mark, empty statements and the `;` behind the last statement make no difference;
/// the letters of names and keywords count as written. A line end inside of a literal counts as LF in whatever form it
/// is. The bytes are records, each ended by LF:
///
///     <length>:<bytes>     a token, with its quotes
///     @<length>:<bytes>    a directive, with single blanks between its words
///     ;                    the end of a statement
///
/// The lengths, in decimal, count bytes; with them no two different sequences give the same bytes. Checksums that are
/// stored in clusters rest on this form: it never changes, a new one gets an algorithm id of its own.
struct CanonicalTokens {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ statement: Statement) {
        for token in statement.tokens where !token.kind.isComment {
            append(token, of: statement.source)
        }
        bytes += ";\n".utf8
    }

    mutating func append(_ directive: Directive) {
        bytes.append(UInt8(ascii: "@"))
        appendRecord(Array(directive.canonicalText.utf8)[...])
    }

    private mutating func append(_ token: Token, of source: SourceText) {
        let content = source.bytes[token.range]
        guard content.contains(UInt8(ascii: "\r")) else {
            appendRecord(content)
            return
        }
        var normalised: [UInt8] = []
        normalised.reserveCapacity(content.count)
        for index in content.indices {
            let byte = content[index]
            if byte == UInt8(ascii: "\r") {
                normalised.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || index == content.startIndex
                || content[index - 1] != UInt8(ascii: "\r")
            {
                normalised.append(byte)
            }
        }
        appendRecord(normalised[...])
    }

    private mutating func appendRecord(_ content: ArraySlice<UInt8>) {
        bytes += String(content.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += content
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension Statement {
    /// The bytes to hash for this statement alone, without its directives.
    ///
    /// See ``ParsedScript/canonicalBytes(of:)``.
    public var canonicalBytes: [UInt8] {
        var canonical = CanonicalTokens()
        canonical.append(self)
        return canonical.bytes
    }
}

extension ParsedScript {
    /// The bytes to hash for a part of the script: each token of each statement and each directive in front of one.
    ///
    /// White space, comments, a byte order mark, line ends in any form, empty statements and the `;` behind the last
    /// statement make no difference; letters count as written. Different token streams give different bytes.
    public func canonicalBytes(of part: ScriptPart) -> [UInt8] {
        var canonical = CanonicalTokens()
        let statements = statements(of: part)
        if part == .up, statements.isEmpty {
            for directive in headDirectives { canonical.append(directive) }
        }
        for statement in statements {
            for directive in statement.directives { canonical.append(directive) }
            canonical.append(statement)
        }
        return canonical.bytes
    }
}
