import CQLWire

/// Reads JSON (RFC 8259).
struct JSONParser {
    private var bytes: ArraySlice<UInt8>
    private static let maximumDepth = 64

    /// - Throws: What is wrong with the text; the words are this parser's, not those of the server's library.
    static func parse(_ text: String) throws(ServerError) -> JSONValue {
        var parser = JSONParser(bytes: Array(text.utf8)[...])
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.bytes.isEmpty else { throw .invalid("Unexpected text behind the JSON value") }
        return value
    }

    private mutating func skipSpace() {
        bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard let wanted = character.asciiValue, bytes.first == wanted else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func value(depth: Int) throws(ServerError) -> JSONValue {
        guard depth < JSONParser.maximumDepth else { throw .invalid("The JSON value is nested too deeply") }
        skipSpace()
        for (word, value) in [("null", JSONValue.null), ("true", .boolean(true)), ("false", .boolean(false))]
        where bytes.starts(with: word.utf8) {
            bytes = bytes.dropFirst(word.utf8.count)
            return value
        }
        switch bytes.first {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "{"): return try object(depth: depth)
        default: return try number()
        }
    }

    private mutating func array(depth: Int) throws(ServerError) -> JSONValue {
        _ = take("[")
        var elements: [JSONValue] = []
        if take("]") { return .array([]) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw .invalid("Expected ',' or ']' in a JSON array") }
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(ServerError) -> JSONValue {
        _ = take("{")
        var members: [JSONValue.Member] = []
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard bytes.first == UInt8(ascii: "\"") else { throw .invalid("Expected a name in a JSON object") }
            let name = try string()
            guard take(":") else { throw .invalid("Expected ':' in a JSON object") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw .invalid("Expected ',' or '}' in a JSON object") }
        return .object(members)
    }

    private mutating func number() throws(ServerError) -> JSONValue {
        let text = bytes.prefix { "+-.eE0123456789".utf8.contains($0) }
        let number = String(decoding: text, as: UTF8.self)
        guard !text.isEmpty, Double(number) != nil else { throw .invalid("Unexpected character in JSON") }
        bytes = bytes.dropFirst(text.count)
        return .number(number)
    }

    private mutating func string() throws(ServerError) -> String {
        bytes.removeFirst()
        var text: [UInt8] = []
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\"") {
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw .invalid("Invalid UTF-8 in JSON")
                }
                return string
            }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            try escape(into: &text)
        }
        throw .invalid("A JSON string has no end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(ServerError) {
        let plain: [Character: UInt8] = [
            "\"": 0x22, "\\": 0x5c, "/": 0x2f, "b": 0x08, "f": 0x0c, "n": 0x0a, "r": 0x0d, "t": 0x09,
        ]
        guard let mark = bytes.popFirst() else { throw .invalid("A JSON string has no end") }
        if let byte = plain[Character(UnicodeScalar(mark))] {
            text.append(byte)
            return
        }
        guard mark == UInt8(ascii: "u"), var code = unit() else {
            throw .invalid("Unrecognized escape in a JSON string")
        }
        if code >= 0xd800, code < 0xdc00, bytes.starts(with: "\\u".utf8) {
            bytes = bytes.dropFirst(2)
            guard let low = unit(), low >= 0xdc00, low < 0xe000 else { throw .invalid("Half a surrogate pair in JSON") }
            code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = UnicodeScalar(code) else { throw .invalid("Half a surrogate pair in JSON") }
        text += Array(String(Character(scalar)).utf8)
    }

    private mutating func unit() -> UInt32? {
        let digits = bytes.prefix(4)
        guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return nil
        }
        bytes = bytes.dropFirst(4)
        return code
    }
}
