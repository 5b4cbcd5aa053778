import CQLSyntax

/// What the server checks of all indexes of a table when one more is made (`IndexMetadata.validate`).
struct IndexValidation {
    let context: SchemaContext
    let keyspace: Keyspace
    let table: Table

    /// Checks the indexes in the order of their names and says what the server warns of.
    func validate() throws(SchemaRefusal) -> [String] {
        var warnings: [String] = []
        for index in table.indexes.values.sorted(by: { $0.name < $1.name }) {
            guard SchemaName.isWord(index.name) else { throw .configuration("Illegal index name \(index.name)") }
            guard index.kind == .custom, let name = index.className else { continue }
            switch IndexAttributes.fullClassName(name, in: context.release) {
            case IndexAttributes.sasi: break
            case IndexAttributes.storageAttached where context.release >= .v50:
                let rules = StorageAttachedRules(context: context, keyspace: keyspace, table: table)
                do {
                    warnings += try rules.validate(index)
                } catch {
                    var refusal = error
                    refusal.warnings = warnings + refusal.warnings
                    throw refusal
                }
            case let other: throw .configuration("Unable to find custom indexer class '\(other)'")
            }
        }
        return warnings
    }
}
