import CQLSyntax
import SchemaModel

/// Writes one statement for what a keyspace has; nil where there is nothing that the statement could be about.
struct StatementWriter {
    let release: CassandraRelease
    let settings: NodeSettings
    let includesWhatRowsLack: Bool
    let keyspace: Keyspace
    var random: RandomSource

    /// Something of the keyspace, in an order that does not change from run to run.
    mutating func pick<Value>(_ values: [String: Value]) -> Value? {
        guard !values.isEmpty else { return nil }
        return values[random.pick(values.keys.sorted())]
    }

    func qualified(_ name: String) -> String {
        "\(CQLIdentifier.quoted(keyspace.name)).\(CQLIdentifier.quoted(name))"
    }

    mutating func createKeyspace() -> String {
        var text = "CREATE KEYSPACE \(CQLIdentifier.quoted(keyspace.name)) WITH replication = "
        text +=
            random.isTrue(50)
            ? "{'class': 'SimpleStrategy', 'replication_factor': 1}"
            : "{'class': 'NetworkTopologyStrategy', 'dc1': 1}"
        if random.isTrue(30) { text += " AND durable_writes = \(random.isTrue(50))" }
        return text
    }
}
