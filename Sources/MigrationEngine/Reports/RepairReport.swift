public import CQLClient
public import FoundationEssentials
public import MigrationLog

/// What there is to repair in one target keyspace.
public struct RepairList: Equatable, Sendable {
    /// A script that stopped.
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
    /// The scripts that stopped.
    public let items: [Item]
}
