import MigrationEngine

/// Where every script stands.
struct StatusDocument: CommandDocument {
    let keyspaces: [KeyspaceStatus]

    // MARK: JSON

    var data: JSONValue { ["keyspaces": .array(keyspaces.map(Self.json))] }

    private static func json(_ status: KeyspaceStatus) -> JSONValue {
        [
            "keyspace": .string(status.keyspace),
            "lock": LockText.json(status.lock),
            "agreement": [
                "agreed": .bool(status.isAgreed),
                "versions": JSONValue(sorted: status.schemaVersions),
            ],
            "scripts": .array(status.scripts.map(json)),
        ]
    }

    private static func json(_ script: ScriptStatus) -> JSONValue {
        [
            "script": .string(script.script),
            "type": .string(script.type),
            "version": JSONValue(script.version),
            "description": .string(script.description),
            "state": .string(script.state.rawValue),
            "applied_at": JSONValue(script.appliedAt.map(TimeText.iso)),
            "applied_by": JSONValue(script.appliedBy),
            "elapsed_ms": JSONValue(script.elapsedMilliseconds),
            "tag": JSONValue(script.tag),
            "checksum": JSONValue(script.checksum),
        ]
    }

    // MARK: Text

    func text(on page: Page) -> String {
        keyspaces.map { text($0, page) }.joined(separator: "\n")
    }

    private func text(_ status: KeyspaceStatus, _ page: Page) -> String {
        var text = "keyspace \(status.keyspace): \(Self.summary(status.scripts))\n"
        if let lock = status.lock { text += "lock: held by \(SafeText.line(lock.summary))\n" }
        if !status.isAgreed {
            let versions = status.schemaVersions.sorted { $0.key < $1.key }.map { "\($0.key) has \($0.value)" }
            text += page.style.paint("schema: the nodes do not agree", .warning)
            text += ": \(versions.joined(separator: ", "))\n"
        }
        return text + table(status.scripts).text(on: page)
    }

    private static func summary(_ scripts: [ScriptStatus]) -> String {
        let parts = ScriptStatus.State.allCases.compactMap { state -> String? in
            let count = scripts.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        return parts.isEmpty ? "no scripts" : parts.joined(separator: ", ")
    }

    private func table(_ scripts: [ScriptStatus]) -> TextTable {
        let hasTags = scripts.contains { $0.tag != nil }
        var table = TextTable(
            [
                .init("VERSION"), .init("SCRIPT"), .init("STATE"), .init("APPLIED AT (UTC)"), .init("TIME", .right),
                .init("BY"),
            ] + (hasTags ? [.init("TAG")] : []))
        for script in scripts {
            table.add(
                [
                    .init(script.version), .init(script.script), .init(script.state.rawValue, script.state.role),
                    .init(script.appliedAt.map(TimeText.table)),
                    .init(script.elapsedMilliseconds.map(ElapsedText.format(milliseconds:))), .init(script.appliedBy),
                ] + (hasTags ? [.init(script.tag)] : []))
        }
        return table
    }
}

extension ScriptStatus.State {
    /// The colour of the state.
    fileprivate var role: Style.Role? {
        switch self {
        case .applied, .baselined: .good
        case .pending, .running: .note
        case .changed, .missing, .failed, .interrupted, .outOfOrder: .error
        case .rolledBack, .skipped: .faint
        }
    }
}
