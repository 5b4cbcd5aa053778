public import CQLSyntax

/// Makes the type that a statement writes into one that says whether it is frozen and whose it is (`CQL3Type.Raw`).
public struct TypeResolver: Sendable {
    /// The keyspace of the statement.
    public let keyspace: String

    /// Its user-defined types.
    public let types: [String: UserType]

    /// Makes a resolver for a keyspace and its types.
    public init(keyspace: String, types: [String: UserType]) {
        self.keyspace = keyspace
        self.types = types
    }

    /// The type, or the server's refusal.
    public func resolve(_ expression: TypeExpression) throws(SchemaRefusal) -> DataType {
        try resolve(expression, isFrozen: false)
    }

    private func resolve(_ expression: TypeExpression, isFrozen: Bool) throws(SchemaRefusal) -> DataType {
        switch expression {
        case .native(let type): return .native(type)
        case .frozen(let inner):
            guard inner.supportsFreezing else {
                throw .syntax(
                    "frozen<> is only allowed on collections, tuples, and user-defined types (got \(inner.rawText()))")
            }
            return try resolve(inner, isFrozen: true)
        case .list(let element):
            try checkElement(element, of: expression, isFrozen)
            return .list(try part(element, isFrozen), isFrozen: isFrozen)
        case .set(let element):
            try checkElement(element, of: expression, isFrozen)
            if element.isNative(.duration) {
                throw .invalid("Durations are not allowed inside sets: \(expression.rawText(isFrozen: isFrozen))")
            }
            return .set(try part(element, isFrozen), isFrozen: isFrozen)
        case .map(let key, let value):
            try checkElement(value, of: expression, isFrozen)
            try checkKey(key, of: expression, isFrozen)
            let valueType = try part(value, isFrozen)
            return .map(try part(key, isFrozen), valueType, isFrozen: isFrozen)
        case .tuple(let parts):
            var resolved: [DataType] = []
            for inner in parts {
                if inner.isNative(.counter) { throw .invalid("Counters are not allowed inside tuples") }
                resolved.append(try part(inner, true))
            }
            return .tuple(resolved)
        case .vector(let element, let dimension):
            let type = try resolve(element)
            guard dimension > 0 else {
                throw .invalid("vectors may only have positive dimensions; given \(dimension)")
            }
            return .vector(type.frozen, dimension: dimension)
        case .userDefined(let name): return try userDefined(name, isFrozen)
        case .custom(let className): return try ClassTypeName(className).resolved()
        }
    }

    /// A part of a type: frozen with it where it can be.
    private func part(_ expression: TypeExpression, _ isFrozen: Bool) throws(SchemaRefusal) -> DataType {
        try resolve(expression, isFrozen: isFrozen && expression.supportsFreezing)
    }

    private func checkElement(
        _ element: TypeExpression, of whole: TypeExpression, _ isFrozen: Bool
    ) throws(SchemaRefusal) {
        try checkNesting(element, of: whole, isFrozen)
        if element.isNative(.counter) {
            throw .invalid("Counters are not allowed inside collections: \(whole.rawText(isFrozen: isFrozen))")
        }
    }

    private func checkKey(_ key: TypeExpression, of whole: TypeExpression, _ isFrozen: Bool) throws(SchemaRefusal) {
        let text = whole.rawText(isFrozen: isFrozen)
        if key.isNative(.counter) { throw .invalid("Counters are not allowed inside collections: \(text)") }
        if key.isNative(.duration) { throw .invalid("Durations are not allowed as map keys: \(text)") }
        try checkNesting(key, of: whole, isFrozen)
    }

    private func checkNesting(
        _ inner: TypeExpression, of whole: TypeExpression, _ isFrozen: Bool
    ) throws(SchemaRefusal) {
        guard !isFrozen else { return }
        switch inner {
        case .list, .set, .map:
            throw .invalid("Non-frozen collections are not allowed inside collections: \(whole.rawText())")
        case .userDefined:
            throw .invalid("Non-frozen UDTs are not allowed inside collections: \(whole.rawText())")
        case .native, .tuple, .vector, .frozen, .custom: break
        }
    }

    private func userDefined(_ name: QualifiedName, _ isFrozen: Bool) throws(SchemaRefusal) -> DataType {
        if let other = name.keyspace?.text, other != keyspace {
            throw .invalid(
                "Statement on keyspace \(keyspace) cannot refer to a user type in keyspace \(other); user types can "
                    + "only be used in the keyspace they are defined in")
        }
        guard types[name.name.text] != nil else { throw .invalid("Unknown type \(keyspace).\(name.name.text)") }
        return .userDefined(keyspace: keyspace, name: name.name.text, isFrozen: isFrozen)
    }
}

extension TypeExpression {
    /// Whether `frozen<…>` may stand around it.
    var supportsFreezing: Bool {
        switch self {
        case .native, .custom: false
        case .list, .set, .map, .tuple, .vector, .frozen, .userDefined: true
        }
    }

    func isNative(_ type: NativeType) -> Bool { self == .native(type) }

    /// The type as the server's messages write it before they have looked it up, with the keyspace in front of names
    /// where one is given.
    func rawText(isFrozen: Bool = false, keyspace: String? = nil) -> String {
        func inner(_ expression: TypeExpression, _ isFrozen: Bool) -> String {
            expression.rawText(isFrozen: isFrozen && expression.supportsFreezing, keyspace: keyspace)
        }
        func wrapped(_ text: String) -> String { isFrozen ? "frozen<\(text)>" : text }
        switch self {
        case .native(let type): return type.rawValue
        case .list(let element): return wrapped("list<\(inner(element, isFrozen))>")
        case .set(let element): return wrapped("set<\(inner(element, isFrozen))>")
        case .map(let key, let value): return wrapped("map<\(inner(key, isFrozen)), \(inner(value, isFrozen))>")
        case .tuple(let parts): return "tuple<\(parts.map { inner($0, true) }.joined(separator: ", "))>"
        case .vector(let element, let dimension): return "vector<\(inner(element, false)), \(dimension)>"
        case .frozen(let whole): return whole.rawText(isFrozen: true, keyspace: keyspace)
        case .userDefined(let name):
            let owner = name.keyspace?.text ?? keyspace
            return wrapped((owner.map { "\($0)." } ?? "") + name.name.text)
        case .custom(let className): return "'\(className)'"
        }
    }
}
