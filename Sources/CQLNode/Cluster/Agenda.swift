/// What happens later, in the order of its times; what has the same time in the order in which it was noted.
struct Agenda: Sendable {
    /// What can happen.
    enum Item: Hashable, Sendable {
        /// A schema change reaches a node.
        case schemaReaches(node: Int, change: Int)
        /// The peers hear of the schema version of a node.
        case rumour(node: Int)
        /// The others see a node as down, unless it has come back.
        case seenDown(node: Int, generation: Int)
        /// The others see a node as up.
        case seenUp(node: Int, generation: Int)
        /// A node goes on.
        case resume(node: Int, generation: Int)
        /// Bytes go out.
        case send([UInt8], ConnectionID)
        /// A request is done that was put off.
        case perform(IncomingRequest, ConnectionID)
    }

    private struct Entry: Sendable {
        let time: Duration
        let item: Item
    }

    private var entries: [Entry] = []

    /// The time of the first thing that happens.
    var nextTime: Duration? { entries.first?.time }

    /// Notes something for a time.
    mutating func add(_ item: Item, at time: Duration) {
        let place = entries.firstIndex { $0.time > time } ?? entries.endIndex
        entries.insert(Entry(time: time, item: item), at: place)
    }

    /// Takes the first thing that is due.
    mutating func takeDue(now: Duration) -> Item? {
        guard let first = entries.first, first.time <= now else { return nil }
        entries.removeFirst()
        return first.item
    }

    /// Whether a request of a connection is put off.
    func performs(for connection: ConnectionID) -> Bool {
        entries.contains { if case .perform(_, connection) = $0.item { true } else { false } }
    }

    /// Forgets what was put off for a connection.
    mutating func removeAll(for connection: ConnectionID) {
        entries.removeAll {
            switch $0.item {
            case .send(_, connection): true
            case .perform, .send, .schemaReaches, .rumour, .seenDown, .seenUp, .resume: false
            }
        }
    }
}
