/// Types (`comparatorType`).
extension Parser {
    /// Reads a type.
    mutating func type() throws(SyntaxError) -> TypeExpression {
        try descend()
        let type = try typeBody()
        ascend()
        return type
    }

    private mutating func typeBody() throws(SyntaxError) -> TypeExpression {
        if kind == .stringLiteral || kind == .dollarString {
            return try customType()
        }
        guard kind == .identifier, let keyword else { return try userType() }
        let next = nextKind
        if next == .less {
            switch keyword {
            case .list: return .list(try typeArgument())
            case .set: return .set(try typeArgument())
            case .frozen: return try frozen()
            case .map:
                try openType()
                let key = try type()
                try expect(.comma, "`,` and the type of the map's values")
                let value = try type()
                try closeType()
                return .map(key, value)
            case .tuple: return try tupleType()
            case .vector:
                try require(.v50, "The type `vector`", at: range)
                return try vectorType()
            default: break
            }
        }
        if next != .dot, let native = Self.nativeType(keyword) {
            advance()
            return .native(native)
        }
        return try userType()
    }

    /// Reads a type of the language and nothing else.
    mutating func nativeType() throws(SyntaxError) -> NativeType {
        guard let keyword, let native = Self.nativeType(keyword) else {
            throw unexpected("a type of the language, such as `int`", hint: nearMiss(among: Self.nativeTypeNames))
        }
        advance()
        return native
    }

    private mutating func openType() throws(SyntaxError) {
        advance()
        try expect(.less, "`<`")
    }

    private mutating func closeType() throws(SyntaxError) { try expect(.greater, "`>`") }

    private mutating func typeArgument() throws(SyntaxError) -> TypeExpression {
        try openType()
        let argument = try type()
        try closeType()
        return argument
    }

    private mutating func frozen() throws(SyntaxError) -> TypeExpression {
        try openType()
        let start = range
        let inner = try type()
        switch inner {
        case .native, .custom:
            throw failure(
                "`frozen<>` is for collections, tuples and user-defined types, not for "
                    + "\(source.excerpt(of: start.lowerBound..<position.previousEnd)).",
                at: start.lowerBound..<position.previousEnd
            )
        default: break
        }
        try closeType()
        return .frozen(inner)
    }

    private mutating func tupleType() throws(SyntaxError) -> TypeExpression {
        try openType()
        var elements = [try type()]
        while skip(.comma) { elements.append(try type()) }
        try expect(.greater, "`,` or `>`")
        return .tuple(elements)
    }

    private mutating func vectorType() throws(SyntaxError) -> TypeExpression {
        try openType()
        let element = try type()
        try expect(.comma, "`,` and the number of dimensions")
        let digits = range
        let text = try integer("the number of dimensions").text
        guard let dimension = Int32(text) else {
            throw failure("`\(text)` is no number of dimensions: it does not fit into 32 bits.", at: digits)
        }
        try closeType()
        return .vector(element, dimension: Int(dimension))
    }

    private mutating func userType() throws(SyntaxError) -> TypeExpression {
        guard nextKind == .dot || isName(.type) else {
            throw unexpected("a type", hint: nearMiss(among: Self.nativeTypeNames))
        }
        return .userDefined(try typeName())
    }

    /// Reads the name of a user-defined type.
    mutating func typeName() throws(SyntaxError) -> QualifiedName {
        let name = try qualifiedName("the name of a type", .type)
        let text = name.name.text
        let range = name.name.span.range
        if Self.isReservedTypeName(text), bytes[range].elementsEqual(text.utf8) {
            throw failure("The type name `\(text)` is reserved for a type of the language.", at: range)
        }
        return name
    }

    /// What the server keeps for types to come; it looks at the word as it is written.
    static func isReservedTypeName(_ name: String) -> Bool {
        switch name {
        case "byte", "complex", "enum", "interval", "macaddr", "bitstring": true
        default: false
        }
    }

    private static let nativeTypeNames = NativeType.allCases.map(\.rawValue) + ["varchar"]

    private static func nativeType(_ keyword: Keyword) -> NativeType? {
        switch keyword {
        case .ascii: .ascii
        case .bigint: .bigint
        case .blob: .blob
        case .boolean: .boolean
        case .counter: .counter
        case .date: .date
        case .decimal: .decimal
        case .double: .double
        case .duration: .duration
        case .float: .float
        case .inet: .inet
        case .int: .int
        case .smallint: .smallint
        case .text, .varchar: .text
        case .time: .time
        case .timestamp: .timestamp
        case .timeuuid: .timeuuid
        case .tinyint: .tinyint
        case .uuid: .uuid
        case .varint: .varint
        default: nil
        }
    }

    private mutating func customType() throws(SyntaxError) -> TypeExpression {
        let name = try string()
        guard MarshalClass.mayExist(name.text) else {
            throw failure(
                "The server has no type of the class \(source.excerpt(of: name.span.range)).", at: name.span.range)
        }
        return .custom(name.text)
    }
}
