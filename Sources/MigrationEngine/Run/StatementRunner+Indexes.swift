import CQLClient
import CQLSyntax
import LiveSchema
import MigrationScripts
import SchemaModel

/// A look at the indexes that statements made: they are there, and may not be built yet.
extension StatementRunner {
    /// Warns of indexes that have had their effect in the schema and are not known to be built.
    mutating func lookAtIndexes(_ rows: [SystemRow]) async {
        let made = unagreed.filter { settled[$0.statement.number] == .applied }.flatMap { indexes(of: $0, in: rows) }
        for (keyspace, indexes) in Dictionary(grouping: made, by: \.keyspace).sorted(by: { $0.key < $1.key }) {
            let unfinished = await IndexBuild(cluster: session.cluster).unfinished(
                Set(indexes.map(\.name)), in: keyspace)
            for index in indexes {
                guard let nodes = unfinished[index.name] else { continue }
                let places = await session.cluster.addresses(of: nodes).joined(separator: ", ")
                warn(
                    index.sent,
                    "index \(index.name) is not known to be built on \(places): queries that use it fail or miss rows there "
                        + "until system.\"IndexInfo\" of these nodes has it")
            }
        }
    }

    private typealias MadeIndex = (sent: SentStatement, keyspace: String, name: String)

    /// The indexes of the table that a CREATE INDEX is about, or the one that it names.
    private func indexes(of sent: SentStatement, in rows: [SystemRow]) -> [MadeIndex] {
        guard let goal = sent.goal.postcondition, case .createIndex(let statement) = goal.tree,
            let keyspace = goal.keyspace
        else { return [] }
        return rows.filtered(by: goal.queries).compactMap { row in
            guard row.table == "indexes", case .text(let name)? = row.values["index_name"],
                statement.name.map({ $0.text == name }) ?? true
            else { return nil }
            return (sent, keyspace, name)
        }
    }
}
