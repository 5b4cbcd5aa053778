import CQLSyntax
import MigrationEngine
import SchemaModel

/// A keyspace as CQL.
struct SnapshotDocument: CommandDocument {
    let snapshot: SchemaSnapshot
    /// The file that the CQL was written to; nil: it goes to standard output.
    var file: String?

    /// The statements, to the byte what can be run.
    var cql: String { snapshot.elements.map { $0.statement + "\n" }.joined(separator: "\n") }

    var data: JSONValue {
        [
            "keyspace": .string(snapshot.keyspace),
            "release": .string(snapshot.release.rawValue),
            "objects": .array(
                snapshot.elements.map { element in
                    [
                        "kind": .string(element.kind.rawValue), "name": .string(element.name),
                        "cql": .string(element.statement),
                    ]
                }),
            "file": JSONValue(file),
        ]
    }

    func text(on page: Page) -> String {
        if let file { return SafeText.line(file) + "\n" }
        // What a terminal shows must not control it; what is piped somewhere must be exact.
        return page.columns == nil ? cql : SafeText.lines(cql)
    }
}
