import CQLSyntax

/// What a statement changes, from the keyspace inwards: a statement that changes `[k, table, t]` changes everything below.
struct SchemaPath: Hashable, Sendable {
    let parts: [String]

    init(_ parts: String...) { self.parts = parts }

    /// Whether the other stands in it, or is the same.
    func covers(_ other: SchemaPath) -> Bool { other.parts.starts(with: parts) }

    static func table(_ keyspace: String, _ name: String) -> Self { Self(keyspace, "table", name) }
    static func column(_ keyspace: String, _ table: String, _ name: String) -> Self {
        Self(keyspace, "table", table, "column", name)
    }
    static func option(_ keyspace: String, _ table: String, _ name: String) -> Self {
        Self(keyspace, "table", table, "option", name)
    }
    static func index(_ keyspace: String, _ name: String) -> Self { Self(keyspace, "index", name) }
    /// What goes with a table and is no part of its definition.
    static func attached(_ keyspace: String, _ table: String, _ name: String...) -> Self {
        Self([keyspace, "attached", table] + name)
    }

    private init(_ parts: [String]) { self.parts = parts }
}
