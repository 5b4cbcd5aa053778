/// What a name stands for, as far as the grammar tells names apart by the keywords that may be such.
enum NameRole {
    /// Keyspaces, tables, columns, indexes, fields, aliases, bind markers, properties.
    case any
    /// User-defined types.
    case type
    /// Functions.
    case function
}

/// Names: a bare word that is not reserved, or a name in double quotes.
extension Parser {
    /// Whether the current token can be a name.
    @inline(__always)
    func isName(_ role: NameRole = .any) -> Bool {
        // What is called here gets what it needs and not the parser, which would be copied for it.
        switch kind {
        case .identifier?:
            guard let keyword else { return !isExpression }
            return Self.allows(keyword.role(in: release), role) || Self.isUppercaseIndexes(keyword, range, in: bytes)
        case .quotedIdentifier?: return range.count > 2
        case .placeholder?: return true
        default: return false
        }
    }

    private static func allows(_ keyword: KeywordRole, _ role: NameRole) -> Bool {
        switch keyword {
        case .identifier, .unreserved: true
        case .nativeType, .count: role != .type
        case .key: role != .function
        case .selection: role == .any
        case .token: role == .function
        case .reserved: false
        }
    }

    /// The lexer's `expr(` is one token, in lower case and without a blank, and so no name.
    @inline(__always)
    var isExpression: Bool {
        range.count == 4 && range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "(")
            && bytes[range].elementsEqual("expr".utf8)
    }

    /// 6.0's `included_indexes` and `excluded_indexes` are literals of its lexer, in lower case only.
    static func isUppercaseIndexes(_ keyword: Keyword, _ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard keyword == .includedIndexes || keyword == .excludedIndexes else { return false }
        return !bytes[range].elementsEqual(keyword.rawValue.utf8)
    }

    /// Reads a name.
    mutating func name(_ expected: String, _ role: NameRole = .any) throws(SyntaxError) -> Name {
        guard isName(role) else { throw notAName(expected) }
        return try takeName()
    }

    /// Reads the name of a column, which outside of definitions may be the empty one of old tables.
    mutating func column(_ expected: String = "a column name") throws(SyntaxError) -> Name {
        if kind == .quotedIdentifier, range.count == 2 {
            let name = Name("", at: Span(range))
            advance()
            return name
        }
        return try name(expected)
    }

    /// Whether the current token can be the name of a column, also the empty one.
    var isColumn: Bool { isName() || (kind == .quotedIdentifier && range.count == 2) }

    /// Reads a name with or without a keyspace in front of it.
    mutating func qualifiedName(_ expected: String, _ role: NameRole = .any) throws(SyntaxError) -> QualifiedName {
        // Only the last part is bound to the role.
        if nextKind == .dot {
            let keyspace = try name(expected)
            advance()
            return QualifiedName(keyspace: keyspace, try name(expected, role))
        }
        return QualifiedName(try name(expected, role))
    }

    private mutating func takeName() throws(SyntaxError) -> Name {
        let range = position.range
        let name: Name
        if kind == .quotedIdentifier {
            guard let text = CQLIdentifier.unquoted(bytes, in: range) else { throw unterminated(.quotedIdentifier) }
            name = Name(text, at: Span(range))
        } else if kind == .placeholder {
            name = Name(source.text(in: range), at: Span(range))
        } else {
            let text = words.word(tokens[position.index]) ?? CQLIdentifier.folded(bytes, in: range)
            name = Name(text, at: Span(range))
        }
        advance()
        return name
    }

    /// That a quote which opens here has no partner.
    func unterminated(_ kind: TokenKind) -> SyntaxError {
        let quote = range.prefix(kind == .dollarString ? 2 : 1)
        let code: Diagnostic.Code =
            switch kind {
            case .quotedIdentifier: .unterminatedQuotedName
            case .dollarString: .unterminatedDollarString
            default: .unterminatedString
            }
        return SyntaxError(
            Diagnostic(code, "The quote that opens here has no closing `\(source.text(in: quote))`.", range: quote)
        )
    }

    private func notAName(_ expected: String) -> SyntaxError {
        if kind == .quotedIdentifier { return unexpected(expected, hint: "A name cannot be empty.") }
        guard kind == .identifier, keyword != nil else { return unexpected(expected) }
        // In front of another name it is rather a word out of place: `SELECT FROM t`.
        var next = self
        next.advance()
        guard !next.isName() || expected.hasPrefix("a column name") else { return unexpected(expected) }
        let word = source.text(in: range)
        return unexpected(
            expected,
            hint: "`\(word)` is a word of the grammar; as a name write it `\"\(word.lowercased())\"`."
        )
    }
}
