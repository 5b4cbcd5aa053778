import CQLSyntax
import MigrationScripts
import SchemaModel

/// The text of migrations that are written from schemas.
enum MigrationText {
    /// The statements that make what is in a keyspace, without the keyspace and without its name: the migration makes the
    /// same in any keyspace that it runs in.
    static func baseline(of keyspace: Keyspace, release: CassandraRelease) -> String {
        Describer(release: release).script(of: keyspace.renamed(to: "")).filter { $0.kind != .keyspace }
            .map { $0.statement + "\n" }.joined(separator: "\n")
    }

    /// The statements of a plan; a risk stands in a comment in front of its statement.
    static func statements(of plan: SchemaPlan) -> String {
        plan.steps.compactMap { step in
            guard let statement = step.statement else { return nil }
            return (step.reason.map { "-- Risk: \(SafeText.line($0)).\n" } ?? "") + statement + "\n"
        }.joined(separator: "\n")
    }

    /// What stands at the head of a migration that has no undo: `lint` and `rollback` take it for an answer.
    static func irreversible(_ reasons: [String]) -> String {
        "-- @\(DirectiveName.irreversible.rawValue) \(reasons.map(SafeText.line).joined(separator: "; "))\n\n"
    }
}
