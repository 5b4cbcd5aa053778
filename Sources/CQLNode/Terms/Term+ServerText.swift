import CQLSyntax

extension Term {
    /// The term as the server writes it in messages and in the names of results (`Term.Raw.getText`).
    var serverText: String {
        func joined(_ terms: [Term]) -> String { terms.map(\.serverText).joined(separator: ", ") }
        switch self {
        case .null: return "NULL"
        case .constant(let constant): return constant.serverText
        case .bindMarker(let marker): return marker.name.map { ":\($0.text)" } ?? "?"
        case .list(let elements): return "[\(joined(elements))]"
        case .set(let elements): return "{\(joined(elements))}"
        case .map(let entries):
            return "{" + entries.map { "\($0.key.serverText): \($0.value.serverText)" }.joined(separator: ", ") + "}"
        case .userType(let fields):
            return "{" + fields.map { "\($0.field.text): \($0.value.serverText)" }.joined(separator: ", ") + "}"
        case .tuple(let elements): return "(\(joined(elements)))"
        case .call(let call): return "\(call.function.serverText)(\(joined(call.arguments)))"
        case .hint(let type, let term): return "(\(type.serverText))\(term.serverText)"
        case .cast(let term, let type): return "cast(\(term.serverText) as \(type.rawValue))"
        case .arithmetic(let left, let sign, let right):
            return "\(left.serverText) \(sign.rawValue) \(right.serverText)"
        case .negated(let term): return "-\(term.serverText)"
        case .reference: return description
        }
    }
}

extension Constant {
    /// The constant as the server writes it: a string in quotes.
    var serverText: String {
        kind == .string ? "'\(text)'" : text
    }

    /// What the server calls constants of this kind.
    var serverKind: String {
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
}

extension QualifiedName {
    /// The name with its keyspace, without quotes.
    var serverText: String {
        keyspace.map { "\($0.text).\(name.text)" } ?? name.text
    }
}

extension TypeExpression {
    /// The type as the server writes what was written.
    var serverText: String {
        switch self {
        case .native(let type): return type.rawValue
        case .list(let element): return "list<\(element.serverText)>"
        case .set(let element): return "set<\(element.serverText)>"
        case .map(let key, let value): return "map<\(key.serverText), \(value.serverText)>"
        case .tuple(let types): return "tuple<\(types.map(\.serverText).joined(separator: ", "))>"
        case .vector(let element, let dimension): return "vector<\(element.serverText), \(dimension)>"
        case .frozen(let type): return "frozen<\(type.serverText)>"
        case .userDefined(let name): return name.serverText
        case .custom(let name): return "'\(name)'"
        }
    }
}
