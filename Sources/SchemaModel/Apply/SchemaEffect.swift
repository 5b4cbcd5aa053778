/// What a schema statement did.
public struct SchemaEffect: Hashable, Sendable {
    /// What changed, or nil where nothing did: `IF NOT EXISTS` that found something, an ALTER to what is already so.
    public var change: SchemaChange?

    /// What the server warns of.
    public var warnings: [String]

    /// Makes an effect.
    public init(_ change: SchemaChange?, warnings: [String] = []) {
        self.change = change
        self.warnings = warnings
    }

    /// Nothing changed.
    static let nothing = SchemaEffect(nil)
}

/// What a SCHEMA_CHANGE result or event says (`native_protocol_v5 §4.2.5.5`).
public struct SchemaChange: Hashable, Sendable {
    /// What was done; the text is the protocol's.
    public enum Action: String, Hashable, Sendable {
        case created = "CREATED"
        case updated = "UPDATED"
        case dropped = "DROPPED"
    }

    /// To what it was done; the text is the protocol's.
    public enum Target: String, Hashable, Sendable {
        case keyspace = "KEYSPACE"
        case table = "TABLE"
        case type = "TYPE"
        case function = "FUNCTION"
        case aggregate = "AGGREGATE"
    }

    /// What was done.
    public let action: Action
    /// To what it was done.
    public let target: Target
    /// The keyspace.
    public let keyspace: String
    /// The table, view, type, function or aggregate; nil for a keyspace.
    public let name: String?
    /// The types that a function or an aggregate is called with.
    public let argumentTypes: [String]

    /// Makes a change.
    public init(
        _ action: Action, _ target: Target, _ keyspace: String, _ name: String? = nil,
        argumentTypes: [String] = []
    ) {
        self.argumentTypes = argumentTypes
        self.action = action
        self.target = target
        self.keyspace = keyspace
        self.name = name
    }
}

extension SchemaEffect {
    static func created(_ target: SchemaChange.Target, _ keyspace: String, _ name: String? = nil) -> Self {
        Self(SchemaChange(.created, target, keyspace, name))
    }

    static func updated(_ target: SchemaChange.Target, _ keyspace: String, _ name: String? = nil) -> Self {
        Self(SchemaChange(.updated, target, keyspace, name))
    }

    static func dropped(_ target: SchemaChange.Target, _ keyspace: String, _ name: String? = nil) -> Self {
        Self(SchemaChange(.dropped, target, keyspace, name))
    }
}
