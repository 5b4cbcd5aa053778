/// The keyspace that holds the log and the lock.
public struct HistoryKeyspace: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Its name as the system tables have it.
    public let name: String
    /// Its name as CQL writes it: in quotes where it needs them.
    public let quotedName: String

    /// A keyspace by its name and the CQL spelling of it.
    public init(name: String, quotedName: String) {
        self.name = name
        self.quotedName = quotedName
    }

    /// By name: several locks are always taken in this order, so that two runners cannot wait for each other.
    public static func < (left: HistoryKeyspace, right: HistoryKeyspace) -> Bool { left.name < right.name }

    /// The name.
    public var description: String { name }
}
