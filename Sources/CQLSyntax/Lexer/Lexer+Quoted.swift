extension Lexer {
    /// Reads text in single quotes, where `''` stands for one quote.
    mutating func lexString() {
        let isClosed = lexQuoted(.stringLiteral, quote: UInt8(ascii: "'"))
        guard !isClosed, let token = tokens.last else { return }
        report(
            Diagnostic(
                .unterminatedString,
                "The string that begins here has no closing `'`.",
                range: token.range.prefix(1),
                hint: "Close it with `'`; a quote inside of a string is written `''`."
            )
        )
    }

    /// Reads a name in double quotes, where `""` stands for one quote.
    mutating func lexQuotedName() {
        // `""` is a token of its own and ends there, whatever follows: `""a"` is not the name `"a`. Only from a third
        // quote on it is a name that begins with one.
        if peek() == UInt8(ascii: "\""), peek(2) != UInt8(ascii: "\"") {
            emit(.quotedIdentifier, from: offset, to: offset + 2)
            return
        }
        let isClosed = lexQuoted(.quotedIdentifier, quote: UInt8(ascii: "\""))
        guard !isClosed, let token = tokens.last else { return }
        report(
            Diagnostic(
                .unterminatedQuotedName,
                "The quoted name that begins here has no closing `\"`.",
                range: token.range.prefix(1),
                hint: "Close it with `\"`; a quote inside of a quoted name is written `\"\"`."
            )
        )
    }

    /// Reads up to the closing quote, or to the end of the text; returns whether there was one.
    private mutating func lexQuoted(_ kind: TokenKind, quote: UInt8) -> Bool {
        var end = offset + 1
        while end < text.count {
            if text[end] == quote {
                if text.byte(at: end + 1) != quote {
                    emit(kind, from: offset, to: end + 1)
                    return true
                }
                end += 1
            }
            end += 1
        }
        emit(kind, from: offset, to: text.count)
        return false
    }

    /// Reads what begins with `$`: text between `$$` and the next `$$`, or a placeholder.
    mutating func lexDollar() {
        if options.placeholders, peek() == UInt8(ascii: "{") {
            lexWord()
            return
        }
        guard peek() == UInt8(ascii: "$") else {
            lexUnexpected()
            return
        }
        var end = offset + 2
        while end < text.count {
            if text[end] == UInt8(ascii: "$"), text.byte(at: end + 1) == UInt8(ascii: "$") {
                emit(.dollarString, from: offset, to: end + 2)
                return
            }
            end += 1
        }
        report(
            Diagnostic(
                .unterminatedDollarString,
                "The text that begins here has no closing `$$`.",
                range: offset..<(offset + 2),
                hint: "Close it with `$$`."
            )
        )
        emit(.dollarString, from: offset, to: text.count)
    }
}

extension Range<Int> {
    /// The first `count` offsets, or fewer where there are fewer.
    func prefix(_ count: Int) -> Range<Int> {
        lowerBound..<Swift.min(upperBound, lowerBound + count)
    }
}
