import MigrationEngine

/// What `init` found and made.
struct InitDocument: CommandDocument {
    var config: String?
    let directory: String
    let historyKeyspace: String?
    /// The files and folders that were made.
    var made: [String] = []
    /// Whether the files are all that was asked for.
    var isOffline = false
    /// Keyspaces and tables; nil when it did not come to them.
    var report: InitReport?

    var data: JSONValue {
        [
            "config": JSONValue(config),
            "directory": .string(directory),
            "keyspace": report?.keyspaces.first.map(Self.json) ?? .null,
            "keyspaces": .array((report?.keyspaces ?? []).map(Self.json)),
            "history_keyspace": JSONValue(historyKeyspace),
            "tables": .array(
                (report?.tables ?? []).map { table in
                    [
                        "name": .string(table.name),
                        "created": .bool(table.wasCreated),
                        "keyspace": .string(table.keyspace),
                    ]
                }),
        ]
    }

    private static func json(_ keyspace: InitReport.Keyspace) -> JSONValue {
        ["name": .string(keyspace.name), "created": .bool(keyspace.wasCreated)]
    }

    func text(on page: Page) -> String {
        var lines = made.map { "made \($0)" }
        guard let report else {
            if made.isEmpty && isOffline {
                lines.append("\(config ?? "cqlmig.yml") and \(directory) are there already")
            }
            return lines.map { SafeText.line($0) + "\n" }.joined()
        }
        for keyspace in report.keyspaces where keyspace.wasCreated { lines.append("created keyspace \(keyspace.name)") }
        for table in report.tables {
            lines.append(
                table.wasCreated
                    ? "created table \(table.keyspace).\(table.name)"
                    : "table \(table.keyspace).\(table.name) is there already")
        }
        return lines.map { SafeText.line($0) + "\n" }.joined()
    }
}
