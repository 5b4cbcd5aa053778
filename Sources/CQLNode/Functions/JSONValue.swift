/// A JSON value; numbers as they are written.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// What Java calls the class of such a value, for messages.
    var javaClass: String {
        switch self {
        case .null: return "null"
        case .boolean: return "Boolean"
        case .number(let text):
            return text.contains { ".eE".contains($0) } ? "Double" : (Int32(text) != nil ? "Integer" : "Long")
        case .string: return "String"
        case .array: return "ArrayList"
        case .object: return "LinkedHashMap"
        }
    }

    /// The value as Java writes it in messages.
    var javaText: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let text), .string(let text): text
        case .array(let elements): "[\(elements.map(\.javaText).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\($0.name)=\($0.value.javaText)" }.joined(separator: ", "))}"
        }
    }
}
