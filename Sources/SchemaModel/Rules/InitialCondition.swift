import CQLSyntax

/// The first state of an aggregate as the server keeps it: a literal of the state's type (`CQL3Type.toCQLLiteral`).
struct InitialCondition {
    let keyspace: Keyspace
    let release: CassandraRelease

    /// The literal, or nil for null.
    func text(_ term: Term, _ type: DataType) throws(SchemaRefusal) -> String? {
        if term == .null { return nil }
        return try literal(term, type)
    }

    private func literal(_ term: Term, _ type: DataType) throws(SchemaRefusal) -> String {
        switch (term, type) {
        case (.hint(let hint, let inner), _):
            if case .constant(let constant) = inner, case .native(let native) = type, !Self.takes(native, constant.kind)
            {
                throw .invalid("Cannot cast value \(inner) to type \(hint.rawText())")
            }
            return try literal(inner, type)
        case (.constant(let constant), .native(let native)): return try literal(constant, native)
        case (.list(let terms), .list(let element, _)): return try list("[", terms, element, "]")
        case (.list(let terms), .vector(let element, _)): return try list("[", terms, element, "]")
        case (.set(let terms), .set(let element, _)):
            var texts: [String] = []
            for term in terms { texts.append(try literal(term, element)) }
            return "{\(sorted(texts).joined(separator: ", "))}"
        case (.set(let terms), .map) where terms.isEmpty: return "{}"
        case (.map(let entries), .map(let key, let value, _)):
            var texts: [String: String] = [:]
            for entry in entries { texts[try literal(entry.key, key)] = try literal(entry.value, value) }
            return "{\(sorted(texts.keys).map { "\($0): \(texts[$0] ?? "null")" }.joined(separator: ", "))}"
        case (.tuple(let terms), .tuple(let types, _)) where terms.count <= types.count:
            var texts: [String] = []
            for (term, type) in zip(terms, types) { texts.append(try literal(term, type)) }
            return "(\(texts.joined(separator: ", ")))"
        case (.userType(let values), .userDefined(_, let name, _)):
            var texts: [String] = []
            for field in keyspace.types[name]?.fields ?? [] {
                guard let value = values.last(where: { $0.field.text == field.name })?.value else { continue }
                texts.append("\(CQLIdentifier.quoted(field.name)): \(try literal(value, field.type))")
            }
            return "{\(texts.joined(separator: ", "))}"
        case (.null, _): return "null"
        default: throw .invalid("Invalid value for INITCOND of type \(type)")
        }
    }

    private func list(
        _ open: String, _ terms: [Term], _ element: DataType, _ close: String
    ) throws(SchemaRefusal) -> String {
        var texts: [String] = []
        for term in terms { texts.append(try literal(term, element)) }
        return open + texts.joined(separator: ", ") + close
    }

    private func literal(_ constant: Constant, _ type: NativeType) throws(SchemaRefusal) -> String {
        guard Self.takes(type, constant.kind) else {
            throw .invalid(
                "Invalid \(Self.kindName(constant.kind)) constant (\(constant.text)) for \"(dummy)\" of type \(type)")
        }
        switch constant.kind {
        case .string:
            // The server reads the text again without having doubled the quotes in it.
            guard !constant.text.contains("'") else {
                throw .syntax("Failed parsing CQL term: ['\(constant.text)'] reason: SyntaxException")
            }
            return CQLText.string(constant.text)
        case .float, .integer:
            guard type == .double || type == .float, let number = JavaNumber.double(constant.text) else {
                return constant.text.hasPrefix("+") ? String(constant.text.dropFirst()) : constant.text
            }
            return JavaNumber.text(number)
        case .boolean, .uuid, .hex: return constant.text.lowercased()
        case .duration, .word: return constant.text
        }
    }

    private static func takes(_ type: NativeType, _ kind: Constant.Kind) -> Bool {
        switch kind {
        case .string: [.ascii, .text, .inet, .date, .time, .timestamp].contains(type)
        case .integer:
            [
                .bigint, .counter, .date, .decimal, .double, .duration, .float, .int, .smallint, .time, .timestamp,
                .tinyint, .varint,
            ].contains(type)
        case .float: [.decimal, .double, .float].contains(type)
        case .boolean: type == .boolean
        case .uuid: type == .uuid || type == .timeuuid
        case .hex: type == .blob
        case .duration: type == .duration
        case .word: false
        }
    }

    private static func kindName(_ kind: Constant.Kind) -> String {
        switch kind {
        case .string, .word: "STRING"
        case .integer: "INTEGER"
        case .float: "FLOAT"
        case .boolean: "BOOLEAN"
        case .uuid: "UUID"
        case .hex: "HEX"
        case .duration: "DURATION"
        }
    }

    /// Numbers by their values, all else by its bytes, as the types' own order has it for what is common.
    private func sorted(_ texts: some Sequence<String>) -> [String] {
        Set(texts).sorted { left, right in
            if let one = Double(left), let other = Double(right), one != other { return one < other }
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
    }
}
