/// Reads the names of Cassandra's type classes with their parameters (Cassandra `TypeParser`).
///
/// Every method gives nil for what it does not understand: the whole name then stays a custom type.
struct JavaClassParser {
    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// The type of the whole text.
    mutating func parseAll() -> CQLType? {
        guard let type = parseType(depth: 1) else { return nil }
        skipBlanks()
        return position == text.count ? type : nil
    }

    private mutating func parseType(depth: Int) -> CQLType? {
        guard depth <= CQLType.maximumDepth else { return nil }
        skipBlanks()
        let start = position
        let name = parseName()
        let end = position
        skipBlanks()
        // The server takes a missing class for BytesType.
        if name.isEmpty { return peek() == UInt8(ascii: "(") ? nil : .blob }
        guard let short = shortName(name) else { return parseUnknown(from: start, to: end) }
        if let simple = CQLType.javaClasses.first(where: { $0.name == short })?.type {
            return peek() == UInt8(ascii: "(") ? nil : simple
        }
        switch short {
        case "DateType":
            // What timestamps were before Cassandra 1.2; tables that old still say so.
            return peek() == UInt8(ascii: "(") ? nil : .timestamp
        case "FrozenType", "ReversedType":
            return parseTypes(count: 1, depth: depth)?[0]
        case "ListType":
            return parseTypes(count: 1, depth: depth).map { .list($0[0]) }
        case "SetType":
            return parseTypes(count: 1, depth: depth).map { .set($0[0]) }
        case "MapType":
            return parseTypes(count: 2, depth: depth).map { .map($0[0], $0[1]) }
        case "TupleType":
            return parseTypes(count: nil, depth: depth).map { .tuple($0) }
        case "UserType":
            return parseUserType(depth: depth)
        case "VectorType":
            return parseVector(depth: depth)
        default:
            return parseUnknown(from: start, to: end)
        }
    }

    /// The class without its package; nil if it is in another package.
    private func shortName(_ name: String) -> String? {
        if name.hasPrefix(CQLType.javaPackage) { return String(name.dropFirst(CQLType.javaPackage.count)) }
        return name.contains(".") ? nil : name
    }

    /// Reads `(type, type …)`, of a given number or at least one.
    private mutating func parseTypes(count: Int?, depth: Int) -> [CQLType]? {
        guard skip("(") else { return nil }
        var types: [CQLType] = []
        repeat {
            guard let type = parseType(depth: depth + 1) else { return nil }
            types.append(type)
        } while skip(",")
        guard skip(")"), count == nil || types.count == count else { return nil }
        return types
    }

    /// Reads `(keyspace,name in hexadecimal,field in hexadecimal:type …)`.
    private mutating func parseUserType(depth: Int) -> CQLType? {
        guard skip("(") else { return nil }
        let keyspace = parseName()
        guard skip(","), let name = parseHexadecimal() else { return nil }
        var fields: [UserDefinedType.Field] = []
        while skip(",") {
            guard let field = parseHexadecimal(), skip(":"), let type = parseType(depth: depth + 1) else { return nil }
            fields.append(UserDefinedType.Field(name: field, type: type))
        }
        guard skip(")") else { return nil }
        return .udt(UserDefinedType(keyspace: keyspace, name: name, fields: fields))
    }

    /// Reads `(type , dimension)`.
    private mutating func parseVector(depth: Int) -> CQLType? {
        guard skip("("), let element = parseType(depth: depth + 1), skip(",") else { return nil }
        skipBlanks()
        guard let dimension = Int32(parseName()), dimension > 0, skip(")") else { return nil }
        return .vector(element, dimension: Int(dimension))
    }

    /// Takes an unknown class, whose name stands between `start` and `nameEnd`, with its parameters as they are.
    private mutating func parseUnknown(from start: Int, to nameEnd: Int) -> CQLType? {
        var end = nameEnd
        var depth = 0
        if peek() == UInt8(ascii: "(") {
            repeat {
                guard let byte = peek() else { return nil }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                position += 1
            } while depth > 0
            end = position
        }
        return .custom(String(decoding: text[start..<end], as: UTF8.self))
    }

    private mutating func parseHexadecimal() -> String? {
        skipBlanks()
        guard let raw = bytes(hexadecimal: Array(parseName().utf8)) else { return nil }
        return String(validating: raw, as: UTF8.self)
    }

    private mutating func parseName() -> String {
        let start = position
        while let byte = peek(), JavaClassParser.isNamePart(byte) { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    /// Cassandra `TypeParser.isIdentifierChar`.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "&"):
            true
        default:
            false
        }
    }

    private func peek() -> UInt8? {
        position < text.count ? text[position] : nil
    }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0a { position += 1 }
    }

    /// Skips a character, with blanks around it; false if it is not there.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        skipBlanks()
        return true
    }
}
