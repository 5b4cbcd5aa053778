import CQLSyntax

/// The name of a table, with a hash that is made once: where many files are looked at at a time, and not where one
/// statement after the other is.
struct TableName: Hashable, Sendable {
    /// The name.
    let name: ObjectName
    /// The hash of the name without its keyspace: names of tables differ more than those of keyspaces.
    let hash: Int

    init(_ name: ObjectName) {
        self.name = name
        hash = name.name.hashValue
    }

    private init(_ name: ObjectName, hash: Int) {
        self.name = name
        self.hash = hash
    }

    /// The same name in a keyspace, unless it names one itself.
    func inKeyspace(_ keyspace: String) -> TableName {
        name.keyspace == nil ? TableName(ObjectName(keyspace: keyspace, name: name.name), hash: hash) : self
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: TableName, right: TableName) -> Bool {
        left.hash == right.hash && left.name == right.name
    }
}
