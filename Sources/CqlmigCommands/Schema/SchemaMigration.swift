import MigrationEngine
import MigrationScripts
import SchemaModel

/// The way from what a folder of migrations makes to a declared schema, and back.
struct SchemaMigration {
    let up: SchemaPlan
    let down: SchemaPlan

    /// Compares a folder with a declared schema.
    ///
    /// - Throws: `CommandFailure` with everything that no statement bridges: a migration that does a part of what it is
    ///   there for would hide the rest.
    static func plan(
        from folder: String, to wanted: String, _ sides: SchemaSides
    ) async throws(CommandFailure) -> SchemaMigration {
        let from = try await sides.declared(folder, beside: nil)
        let goal = try await sides.declared(wanted, beside: nil)
        let options = SchemaPlan.Options(release: from.release, qualifiesNames: false, changesKeyspace: false)
        let up = SchemaPlan(from: from.keyspace, to: goal.keyspace, options)
        guard up.impossible.isEmpty else {
            throw CommandFailure(
                .refused,
                up.impossible.map { step in
                    Complaint(
                        code: "no-statement", "\(step.object.kind) \(step.object.name): \(step.reason ?? "")",
                        hint: "no file is made; change \(wanted), or write this part by hand")
                })
        }
        // The undo begins where the migration ends: with the columns in mind that it dropped.
        return SchemaMigration(up: up, down: SchemaPlan(from: up.result, to: from.keyspace, options))
    }

    /// Whether everything can be taken back.
    var hasUndo: Bool { down.impossible.isEmpty }

    /// What stands in the migration.
    var content: NewScript.Content {
        let statements = MigrationText.statements(of: up)
        guard hasUndo else {
            let reasons = down.impossible.map { "\($0.object.kind) \($0.object.name): \($0.reason ?? "")" }
            return NewScript.Content(up: MigrationText.irreversible(reasons) + statements)
        }
        return NewScript.Content(up: statements, down: MigrationText.statements(of: down))
    }
}
