import CQLClient
import CQLSyntax
import LiveSchema
import MigrationScripts
import SchemaModel

/// A look at the indexes that statements made: they are there, and may not be built yet.
extension StatementRunner {
    /// Warns of indexes that have had their effect in the schema and are not known to be built.
    mutating func lookAtIndexes(_ rows: [SystemRow]) async {
        for sent in unagreed where settled[sent.statement.number] == .applied {
            guard let goal = sent.goal.postcondition, case .createIndex(let statement) = goal.tree,
                let keyspace = goal.keyspace
            else { continue }
            let names = rows.compactMap { row -> String? in
                guard row.table == "indexes", row.values["keyspace_name"] == .text(keyspace),
                    row.values["table_name"] == .text(statement.table.name.text),
                    case .text(let name)? = row.values["index_name"],
                    statement.name.map({ $0.text == name }) ?? true
                else { return nil }
                return name
            }
            guard !names.isEmpty else { continue }
            let nodes = await IndexBuild(cluster: session.cluster).unfinished(Set(names), in: keyspace)
            guard !nodes.isEmpty else { continue }
            let places = await session.cluster.addresses(of: nodes).joined(separator: ", ")
            warn(
                sent,
                "index \(names.sorted().joined(separator: ", ")) is not known to be built on \(places): queries that use "
                    + "it fail or miss rows there until system.\"IndexInfo\" of these nodes has it")
        }
    }
}
