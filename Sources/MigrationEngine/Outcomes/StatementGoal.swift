import CQLClient
import CQLSyntax
import LiveSchema

/// What a statement is to bring about, and what may be done when nobody knows whether it did.
struct StatementGoal {
    /// What has to hold of the schema afterwards; nil for a statement that does not change it, and for one that cannot be
    /// read.
    let postcondition: Postcondition?
    /// What comes of running it twice.
    let repetition: Repetition
    /// Whether it changes the schema.
    let changesSchema: Bool

    /// - Parameter keyspace: Where names without a keyspace are looked up, without quotes.
    init(_ statement: ScriptStatement, keyspace: String?, in place: SchemaPlace) {
        changesSchema = statement.statement.summary.kind == .schemaDefinition
        do throws(SyntaxError) {
            let tree = try statement.statement.tree()
            postcondition = Postcondition(
                of: tree, keyspace: keyspace, release: place.release, dataCentres: place.dataCentres)
            repetition = tree.repetition
        } catch {
            postcondition = nil
            repetition = .harmful("this release cannot read it: \(error.diagnostic.message)")
        }
    }
}

/// The cluster as far as it decides what a statement means.
struct SchemaPlace: Sendable {
    let release: CassandraRelease
    let dataCentres: [String: Int]

    init(_ cluster: Cluster) async {
        release = CassandraRelease(cluster.platform.release)
        dataCentres = await cluster.nodes.reduce(into: [:]) { $0[$1.dataCenter, default: 0] += 1 }
    }
}

extension ScriptStatement {
    /// The keyspace that it chooses, without quotes, if it is a `USE`.
    var chosenKeyspace: String? {
        statement.summary.kind == .use ? statement.summary.name : nil
    }
}
