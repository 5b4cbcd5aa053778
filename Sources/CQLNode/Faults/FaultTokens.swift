/// The words of a fault's text, with their columns.
struct FaultTokens {
    enum Kind: Hashable {
        /// A bare word: letters, digits, `-`, `_`, `.`, and `"quoted"` parts of names.
        case word
        /// Text between single quotes; the token's text is what stands between them.
        case string
        /// `(` or `)`.
        case bracket
        case end
    }

    struct Token {
        var kind: Kind
        var text: String
        var column: Int
    }

    private var tokens: [Token] = []
    private var index = 0

    init(_ text: String) throws(FaultSyntaxError) {
        var rest = Array(text)[...]
        while let first = rest.first {
            let column = rest.startIndex + 1
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "(" || first == ")" {
                tokens.append(Token(kind: .bracket, text: String(first), column: column))
                rest.removeFirst()
            } else if first == "'" {
                tokens.append(Token(kind: .string, text: try Self.string(&rest), column: column))
            } else {
                tokens.append(Token(kind: .word, text: try Self.word(&rest), column: column))
            }
        }
        tokens.append(Token(kind: .end, text: "", column: rest.endIndex + 1))
    }

    private static func string(_ rest: inout ArraySlice<Character>) throws(FaultSyntaxError) -> String {
        let column = rest.startIndex + 1
        var text = ""
        rest.removeFirst()
        while let character = rest.popFirst() {
            guard character == "'" else {
                text.append(character)
                continue
            }
            guard rest.first == "'" else { return text }
            rest.removeFirst()
            text.append("'")
        }
        throw FaultSyntaxError(message: "The text that begins here has no closing quote.", column: column)
    }

    private static func word(_ rest: inout ArraySlice<Character>) throws(FaultSyntaxError) -> String {
        var text = ""
        var quoteColumn: Int?
        while let character = rest.first {
            if quoteColumn == nil, character.isWhitespace || character == "(" || character == ")" || character == "'" {
                break
            }
            if character == "\"" { quoteColumn = quoteColumn == nil ? rest.startIndex + 1 : nil }
            text.append(character)
            rest.removeFirst()
        }
        if let quoteColumn {
            throw FaultSyntaxError(message: "The name that begins here has no closing quote.", column: quoteColumn)
        }
        return text
    }

    /// The next token, without taking it.
    var next: Token { tokens[index] }

    /// Takes the next token; the end is never taken.
    mutating func take() -> Token {
        let token = next
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    /// Takes a bare word if it comes next.
    mutating func take(word: String) -> Bool {
        guard next.kind == .word, next.text.lowercased() == word else { return false }
        _ = take()
        return true
    }

    /// The error that something else is needed here.
    func error(needed: String) -> FaultSyntaxError {
        let had = next.kind == .end ? "the end" : "'\(next.text)'"
        return FaultSyntaxError(message: "Here \(needed) is needed, not \(had).", column: next.column)
    }
}
