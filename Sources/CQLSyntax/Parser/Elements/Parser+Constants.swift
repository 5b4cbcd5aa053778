/// Single literals.
extension Parser {
    /// Reads a literal, or nil where none stands here.
    mutating func constant() throws(SyntaxError) -> Constant? {
        switch kind {
        case .stringLiteral?, .dollarString?: return try string()
        case .integer?: return take(.integer)
        case .float?: return take(.float)
        case .duration?: return take(.duration)
        case .uuid?: return take(.uuid)
        case .hexBlob?: return take(.hex)
        case .identifier?:
            switch keyword {
            case .true?, .false?: return take(.boolean)
            case .nan?, .infinity?: return take(.float)
            default: return nil
            }
        case .minus?:
            guard isNegativeConstant, let next = token(ahead: 1) else { return nil }
            let whole = range.lowerBound..<next.range.upperBound
            let word = source.text(in: next.range)
            advance()
            advance()
            return Constant(.float, "-\(word)", at: Span(whole))
        default: return nil
        }
    }

    /// Reads text between `'` or `$$`.
    mutating func string(_ expected: String = "a string") throws(SyntaxError) -> Constant {
        let text: String?
        switch kind {
        case .stringLiteral?: text = CQLIdentifier.unquoted(bytes, in: range)
        case .dollarString? where range.count >= 4 && bytes[range].suffix(2).elementsEqual("$$".utf8):
            text = source.text(in: (range.lowerBound + 2)..<(range.upperBound - 2))
        case .dollarString?: text = nil
        default: throw unexpected(expected)
        }
        guard let text else { throw unterminated(kind ?? .stringLiteral) }
        let constant = Constant(.string, text, at: Span(range))
        advance()
        return constant
    }

    /// Reads digits, perhaps with a sign.
    mutating func integer(_ expected: String) throws(SyntaxError) -> Constant {
        guard kind == .integer else { throw unexpected(expected) }
        return take(.integer)
    }

    mutating func take(_ kind: Constant.Kind) -> Constant {
        let constant = Constant(kind, source.text(in: range), at: Span(range))
        advance()
        return constant
    }
}
