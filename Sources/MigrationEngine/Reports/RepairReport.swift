public import CQLClient
public import FoundationEssentials
public import MigrationLog

/// What there is to repair in one target keyspace.
public struct RepairList: Equatable, Sendable {
    /// A statement where a script stopped.
    public struct Item: Equatable, Sendable {
        /// The path of the script.
        public let script: String
        /// The statement where it stopped.
        public let statement: Int
        /// What is known of that statement; nil when it was not come to.
        public let outcome: Outcome?
        /// When it stopped.
        public let at: Date
        /// What went wrong.
        public let error: String?
    }

    /// The target keyspace.
    public let keyspace: String
    /// Who holds the lock.
    public let lock: LockHolder?
    /// The statements where scripts stopped.
    public let items: [Item]
}

extension RepairList {
    /// Where a script stopped: the statements of which nobody knows, or, where all are known, the next one.
    static func items(of record: ScriptRecord) -> [Item] {
        let open = record.openStatements
        guard open.isEmpty else {
            return open.map { statement in
                Item(
                    script: record.script, statement: statement.number, outcome: .unknown, at: record.last.at,
                    error: statement.entry.errorText ?? record.last.errorText)
            }
        }
        let number = record.nextStatement
        return [
            Item(
                script: record.script, statement: number, outcome: record.statements[number]?.entry.outcome,
                at: record.last.at, error: record.last.errorText)
        ]
    }
}
