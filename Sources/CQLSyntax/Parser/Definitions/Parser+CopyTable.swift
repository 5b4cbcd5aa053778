/// CREATE TABLE … LIKE (6.0).
extension Parser {
    /// Reads LIKE and what follows it.
    mutating func copyTable(_ name: QualifiedName, ifNotExists: Bool) throws(SyntaxError) -> CopyTable {
        try require(.v60, "`CREATE TABLE … LIKE`", at: range)
        advance()
        let source = try qualifiedName("the name of the table to copy")
        var options: [CopyTable.Option] = []
        var properties: [Property] = []
        if skip(.with) {
            repeat {
                if let option = likeOption() { options.append(option) } else { try appendProperty(to: &properties) }
            } while skip(.and)
        }
        return CopyTable(
            name: name,
            ifNotExists: ifNotExists,
            source: source,
            options: options,
            properties: properties
        )
    }

    private mutating func likeOption() -> CopyTable.Option? {
        // The words may be names of properties as well.
        switch keyword {
        case .indexes where nextKind != .equal:
            advance()
            return .indexes
        case .comments where nextKind != .equal:
            advance()
            return .comments
        case .security where nextKeyword == .labels:
            advance()
            advance()
            return .securityLabels
        default: return nil
        }
    }
}
