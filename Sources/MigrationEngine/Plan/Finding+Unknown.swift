import MigrationLog

extension Finding {
    /// That nobody knows what became of a statement, and the command that answers it.
    static func unknown(_ open: StatementRecord, of record: ScriptRecord, _ path: String) -> Finding {
        var version: String?
        if case .version(let text) = record.key { version = text }
        return Finding(
            .unknown, script: path, version: version,
            "nobody knows whether statement \(open.number) of \(path) took effect",
            hint: "look at the schema, then say what holds: \(StatementFailure.commands(path, open.number))",
            statement: open.number)
    }
}
