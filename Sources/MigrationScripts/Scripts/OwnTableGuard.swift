import CQLSyntax

/// Looks for statements that would change the tables of this tool, in the order in which they run.
struct OwnTableGuard {
    /// The tables in which this tool keeps its log and its lock.
    private static let tableNames: Set<String> = ["cqlmig_log", "cqlmig_lock"]

    private let historyKeyspace: String
    /// The keyspace in which a name without one is looked up; nil where a `USE` named none that could be read.
    private var keyspace: String?

    init(historyKeyspace: String, keyspace: String) {
        self.historyKeyspace = historyKeyspace
        self.keyspace = keyspace
    }

    /// What is wrong with the next statement, nil where nothing is.
    mutating func refusal(of statement: Statement) -> Diagnostic? {
        let summary = statement.summary
        switch summary.kind {
        case .use:
            keyspace = summary.name
            return nil
        case .query, .describe, .accessControl:
            return nil
        default:
            break
        }
        if summary.objectKind == .keyspace {
            guard summary.verb == "DROP KEYSPACE", summary.name == historyKeyspace else { return nil }
            return refusal(
                of: statement,
                "This drops `\(visible(historyKeyspace))`, the keyspace in which cqlmig keeps its log and its lock."
            )
        }
        let table = summary.objectKind == .table ? summary.object : nil
        let named = [table, summary.owner].compactMap(\.self) + namesInBlock(statement)
        guard let own = named.first(where: isOwn) else { return nil }
        return refusal(
            of: statement,
            "This \(summary.verb) concerns `\(own.name)`, in which cqlmig keeps its "
                + (own.name == "cqlmig_lock" ? "lock." : "log.")
        )
    }

    private func isOwn(_ name: ObjectName) -> Bool {
        guard Self.tableNames.contains(name.name) else { return false }
        // After a USE that cannot be read the name may be anywhere.
        guard let keyspace = name.keyspace ?? keyspace else { return true }
        return keyspace == historyKeyspace
    }

    /// A batch or a transaction names tables inside, where its summary does not reach.
    private func namesInBlock(_ statement: Statement) -> [ObjectName] {
        guard ["BATCH", "TRANSACTION"].contains(statement.summary.verb) else { return [] }
        let tokens = statement.tokens.filter { !$0.kind.isComment }
        return tokens.indices.compactMap { index in
            guard let name = name(tokens[index], in: statement), Self.tableNames.contains(name) else {
                return nil
            }
            guard index >= 2, tokens[index - 1].kind == .dot else { return ObjectName(name: name) }
            return ObjectName(keyspace: self.name(tokens[index - 2], in: statement), name: name)
        }
    }

    private func name(_ token: Token, in statement: Statement) -> String? {
        guard token.kind == .identifier || token.kind == .quotedIdentifier else { return nil }
        return CQLIdentifier.name(from: statement.source.text(in: token.range))
    }

    private func refusal(of statement: Statement, _ message: String) -> Diagnostic {
        Diagnostic(
            .ownTables,
            message,
            range: statement.range,
            hint: "Remove the statement; `cqlmig repair` is the way to correct what the log says."
        )
    }
}
