/// What stands behind WITH.
extension Parser {
    /// Reads `name = value AND …`.
    mutating func properties() throws(SyntaxError) -> [Property] {
        var properties: [Property] = []
        repeat { try appendProperty(to: &properties) } while skip(.and)
        return properties
    }

    /// Reads `name = value`, which no other of the properties may have set.
    mutating func appendProperty(to properties: inout [Property]) throws(SyntaxError) {
        let property = try property()
        if properties.contains(where: { $0.name.text == property.name.text }) {
            throw duplicate(
                "The property `\(property.name.text)` is set twice.",
                at: property.name.span.range
            )
        }
        // A statement has at most some dozens of them: every further one is unknown to every release.
        guard properties.count < 1000 else { throw failure("There are more than 1000 properties.") }
        properties.append(property)
    }

    private mutating func property() throws(SyntaxError) -> Property {
        if beginsIndexNames { return try indexNames() }
        let name = try name("the name of a property")
        try expect(.equal, "`=`")
        return Property(name, try propertyValue())
    }

    /// Whether names and no map follow; before 6.0 the two words are names of properties like others.
    private var beginsIndexNames: Bool {
        guard let keyword, keyword == .includedIndexes || keyword == .excludedIndexes,
            !Self.isUppercaseIndexes(keyword, range, in: bytes)
        else {
            return false
        }
        if release == .v60 { return true }
        guard nextKind == .equal, kind(ahead: 2) == .leftBrace else { return false }
        return kind(ahead: 3) == .rightBrace ? release == nil : kind(ahead: 4) != .colon
    }

    /// Reads `included_indexes = {a, k.b}`.
    private mutating func indexNames() throws(SyntaxError) -> Property {
        let start = range
        let name = Name(source.value(of: Token(.identifier, start)), at: Span(start))
        try require(.v60, "`\(name.text)`", at: start)
        advance()
        try expect(.equal, "`=`")
        try expect(.leftBrace, "`{` and the names of indexes")
        var names: [QualifiedName] = []
        if skip(.rightBrace) { return Property(name, .names(names)) }
        repeat { names.append(try qualifiedName("the name of an index")) } while skip(.comma)
        try expect(.rightBrace, "`,` or `}`")
        return Property(name, .names(names))
    }

    private mutating func propertyValue() throws(SyntaxError) -> Property.Value {
        if kind == .leftBrace { return .map(try propertyMap()) }
        if let constant = try constant() { return .constant(constant) }
        if let keyword, Self.isWordValue(keyword.role(in: release)) { return .constant(take(.word)) }
        throw unexpected(
            "a value",
            hint: kind == .identifier ? "Text is written in single quotes." : nil
        )
    }

    /// Only words of the grammar may be values without quotes.
    private static func isWordValue(_ role: KeywordRole) -> Bool {
        switch role {
        case .unreserved, .nativeType, .count, .key, .selection: true
        case .identifier, .token, .reserved: false
        }
    }

    /// Reads `{'key': 'value', …}`.
    mutating func propertyMap() throws(SyntaxError) -> [Property.Entry] {
        advance()
        var entries: [Property.Entry] = []
        if skip(.rightBrace) { return entries }
        var seen = SeenNames()
        repeat {
            let key = try mapConstant("a key in single quotes")
            try expect(.colon, "`:`")
            let value = try mapConstant("a single value")
            guard seen.isNew(key.text, behind: entries.count, { entries[$0].key.text }) else {
                throw duplicate("The key `\(key.text)` stands twice in one map.", at: key.span.range)
            }
            entries.append(Property.Entry(key: key, value: value))
        } while skip(.comma)
        try expect(.rightBrace, "`,` or `}`")
        return entries
    }

    private mutating func mapConstant(_ expected: String) throws(SyntaxError) -> Constant {
        if kind == .bindMarker || kind == .colon {
            throw failure("Bind markers cannot stand in the properties of a definition.")
        }
        guard let constant = try constant() else { throw unexpected(expected) }
        return constant
    }
}
