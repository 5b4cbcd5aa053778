import CQLSyntax
import CQLWire

/// Values of types from JSON (`AbstractType.fromJSONObject`).
enum JSONReader {
    /// The bytes of a value; nil is null.
    static func bytes(_ json: JSONValue, as type: CQLType) throws(ServerError) -> [UInt8]? {
        if json == .null { return nil }
        switch type {
        case .list(let element):
            return ValueParts.joinCounted(try elements(json, element, "a list", "list"))
        case .set(let element):
            var parts = try elements(json, element, "a list (representing a set)", "set")
            parts.sort { ValueOrder.compare($0, $1, as: element) < 0 }
            return ValueParts.joinCounted(parts)
        case .vector(let element, let dimension):
            return try vector(try elements(json, element, "a list", "list"), element, dimension, type)
        case .map(let key, let value): return try map(json, key, value)
        case .tuple(let types): return try tuple(json, types)
        case .udt(let type): return try userType(json, type)
        default: return try scalar(json, type)
        }
    }

    private static func scalar(_ json: JSONValue, _ type: CQLType) throws(ServerError) -> [UInt8] {
        let text: String
        switch (json, type) {
        case (.string(let string), _): text = string
        case (.boolean(let flag), .boolean): text = flag ? "true" : "false"
        case (.number(let number), .int), (.number(let number), .bigint), (.number(let number), .smallint),
            (.number(let number), .tinyint), (.number(let number), .varint), (.number(let number), .decimal),
            (.number(let number), .float), (.number(let number), .double), (.number(let number), .timestamp):
            text = number
        default:
            throw .invalid("Expected \(expectation(type)), but got a \(json.javaClass): \(json.javaText)")
        }
        if type == .blob {
            guard text.hasPrefix("0x") else {
                throw .invalid("String representation of blob is missing 0x prefix: \(text)")
            }
            return try ConstantReader(release: .v50).bytes(String(text.dropFirst(2)), as: type)
        }
        return try ConstantReader(release: .v50).bytes(text, as: type)
    }

    private static func expectation(_ type: CQLType) -> String {
        switch type {
        case .text: "a UTF-8 string"
        case .ascii: "an ascii string"
        case .int: "an int value"
        case .bigint: "a bigint value"
        case .smallint: "a short value"
        case .tinyint: "a byte value"
        case .boolean: "a boolean value"
        case .float: "a float value"
        case .double: "a double value"
        case .timestamp: "a long or a datestring representation of a timestamp value"
        case .date: "a string representation of a date value"
        case .time: "a string representation of a time value"
        case .uuid: "a string representation of a uuid"
        case .timeuuid: "a string representation of a timeuuid"
        case .inet: "a string representation of an inet value"
        case .duration: "a string representation of a duration"
        default: "a \(type) value"
        }
    }

    private static func elements(_ json: JSONValue, _ element: CQLType, _ expected: String, _ kind: String)
        throws(ServerError) -> [[UInt8]]
    {
        guard case .array(let values) = unwrapped(json) else {
            throw .invalid("Expected \(expected), but got a \(json.javaClass): \(json.javaText)")
        }
        var parts: [[UInt8]] = []
        for value in values {
            guard let part = try bytes(value, as: element) else { throw .invalid("Invalid null element in \(kind)") }
            parts.append(part)
        }
        return parts
    }

    /// A collection may stand in a string as well.
    private static func unwrapped(_ json: JSONValue) -> JSONValue {
        guard case .string(let text) = json, let inner = try? JSONParser.parse(text) else { return json }
        return inner
    }

    private static func vector(_ parts: [[UInt8]], _ element: CQLType, _ dimension: Int, _ type: CQLType)
        throws(ServerError) -> [UInt8]
    {
        guard parts.count == dimension else {
            throw .invalid("List had incorrect size: expected \(dimension) but given \(parts.count)")
        }
        do {
            let elements = try parts.map { try CQLValue(decoding: $0[...], as: element) }
            return try CQLValue.vector(elements).encoded(as: type)
        } catch {
            throw .invalid("\(error)")
        }
    }

    private static func map(_ json: JSONValue, _ key: CQLType, _ value: CQLType) throws(ServerError) -> [UInt8] {
        guard case .object(let members) = unwrapped(json) else {
            throw .invalid("Expected a map, but got a \(json.javaClass): \(json.javaText)")
        }
        var pairs: [(key: [UInt8], value: [UInt8])] = []
        for member in members {
            // The names of members are strings, whatever the type of the keys.
            let name: JSONValue =
                key == .text || key == .ascii
                ? .string(member.name) : (try? JSONParser.parse(member.name)) ?? .string(member.name)
            guard let keyBytes = try bytes(name, as: key) else { throw .invalid("Invalid null key in map") }
            guard let valueBytes = try bytes(member.value, as: value) else {
                throw .invalid("Invalid null value in map")
            }
            pairs.removeAll { $0.key == keyBytes }
            pairs.append((keyBytes, valueBytes))
        }
        pairs.sort { ValueOrder.compare($0.key, $1.key, as: key) < 0 }
        return ValueParts.joinCounted(pairs.flatMap { [$0.key, $0.value] }, groupsOf: 2)
    }

    private static func tuple(_ json: JSONValue, _ types: [CQLType]) throws(ServerError) -> [UInt8] {
        guard case .array(let values) = unwrapped(json) else {
            throw .invalid("Expected a list representation of a tuple, but got a \(json.javaClass): \(json.javaText)")
        }
        guard values.count <= types.count else {
            throw .invalid("Tuple contains extra items (expected \(types.count)): \(json.javaText)")
        }
        guard values.count == types.count else {
            throw .invalid("Tuple is missing items (expected \(types.count)): \(json.javaText)")
        }
        var parts: [[UInt8]?] = []
        for (value, type) in zip(values, types) { parts.append(try bytes(value, as: type)) }
        return ValueParts.joinComponents(parts)
    }

    private static func userType(_ json: JSONValue, _ type: UserDefinedType) throws(ServerError) -> [UInt8] {
        guard case .object(let members) = unwrapped(json) else {
            throw .invalid("Expected a map, but got a \(json.javaClass): \(json.javaText)")
        }
        let names = members.map { JSONReader.columnName($0.name) }
        for name in names where !type.fields.contains(where: { $0.name == name }) {
            throw .invalid("Unknown field '\(name)' in value of user defined type \(type.name)")
        }
        var parts: [[UInt8]?] = []
        for field in type.fields {
            guard let index = names.firstIndex(of: field.name) else {
                parts.append(nil)
                continue
            }
            parts.append(try bytes(members[index].value, as: field.type))
        }
        return ValueParts.joinComponents(parts)
    }

    /// A name as JSON has it: in lower case unless it is in quotes of its own (`Json.handleCaseSensitivity`).
    static func columnName(_ name: String) -> String {
        guard name.hasPrefix("\""), name.hasSuffix("\""), name.utf8.count >= 2 else { return name.lowercased() }
        return String(name.dropFirst().dropLast())
    }
}
