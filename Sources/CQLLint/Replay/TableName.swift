import CQLSyntax

/// The name of a table, with a hash that is made once: where many files are looked at at a time, and not where one
/// statement after the other is.
struct TableName: Hashable, Sendable {
    /// The name.
    let name: ObjectName
    /// Names of tables differ more than those of keyspaces, so only they count.
    private let hash: Int

    init(_ name: ObjectName) {
        self.name = name
        hash = name.name.hashValue
    }

    private init(_ name: ObjectName, hash: Int) {
        self.name = name
        self.hash = hash
    }

    /// The same name in a keyspace.
    func inKeyspace(_ keyspace: String) -> TableName {
        TableName(ObjectName(keyspace: keyspace, name: name.name), hash: hash)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: TableName, right: TableName) -> Bool {
        left.hash == right.hash && left.name == right.name
    }
}
