/// The statements that a node has prepared, by their ids.
///
/// An id is a digest of the keyspace in use and of the text, as the server's is (there it is an MD5 sum): it is the same
/// on every node and after a restart. The oldest statement is forgotten when there are too many.
struct PreparedRegistry: Sendable {
    /// A prepared statement.
    struct Entry: Hashable, Sendable {
        let cql: String
        /// The keyspace that was in use when it was prepared, and counts when it is executed.
        let keyspace: String?
    }

    /// As many as a node keeps.
    static let capacity = 2048

    private var entries: [[UInt8]: Entry] = [:]
    private var order: [[UInt8]] = []

    /// Notes a statement and gives its id.
    mutating func insert(_ entry: Entry) -> [UInt8] {
        let id = Self.id(of: entry)
        if entries.updateValue(entry, forKey: id) == nil {
            order.append(id)
            if order.count > Self.capacity { entries[order.removeFirst()] = nil }
        }
        return id
    }

    /// The statement of an id; nil when it was not prepared here, or is forgotten.
    subscript(id: [UInt8]) -> Entry? { entries[id] }

    /// Forgets everything.
    mutating func removeAll() {
        entries = [:]
        order = []
    }

    private static func id(of entry: Entry) -> [UInt8] {
        var digest = StableDigest()
        digest.combine(entry.keyspace ?? "")
        digest.combine(entry.cql)
        return digest.bytes
    }
}
