/// A consistency level (native_protocol_v4.spec §3, [consistency]).
///
/// Any number can be held, since servers have levels beyond those of the specification, and an ERROR about one of them
/// is to be read all the same. A request with such a level is refused.
public struct Consistency: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// Creates a level from its number.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Any node, if need be as a hint; writes only.
    public static let any = Consistency(rawValue: 0)
    /// One replica.
    public static let one = Consistency(rawValue: 1)
    /// Two replicas.
    public static let two = Consistency(rawValue: 2)
    /// Three replicas.
    public static let three = Consistency(rawValue: 3)
    /// A majority of all replicas.
    public static let quorum = Consistency(rawValue: 4)
    /// All replicas.
    public static let all = Consistency(rawValue: 5)
    /// A majority of the replicas in the coordinator's data centre.
    public static let localQuorum = Consistency(rawValue: 6)
    /// A majority of the replicas in each data centre.
    public static let eachQuorum = Consistency(rawValue: 7)
    /// Linearizable over all data centres.
    public static let serial = Consistency(rawValue: 8)
    /// Linearizable within the coordinator's data centre.
    public static let localSerial = Consistency(rawValue: 9)
    /// One replica in the coordinator's data centre.
    public static let localOne = Consistency(rawValue: 10)
}

extension Consistency: CaseIterable {
    /// The levels of the specification, in the order of their numbers.
    public static let allCases: [Consistency] = [
        .any, .one, .two, .three, .quorum, .all, .localQuorum, .eachQuorum, .serial, .localSerial, .localOne,
    ]

    /// Whether this is one of the two levels that a serial consistency can have.
    public var isSerial: Bool { self == .serial || self == .localSerial }
}

extension Consistency: CustomStringConvertible {
    private static let names = [
        "ANY", "ONE", "TWO", "THREE", "QUORUM", "ALL", "LOCAL_QUORUM", "EACH_QUORUM", "SERIAL", "LOCAL_SERIAL",
        "LOCAL_ONE",
    ]

    /// The name that CQL and Cassandra use, such as `LOCAL_QUORUM`; for other levels the number.
    public var description: String {
        Int(rawValue) < Consistency.names.count ? Consistency.names[Int(rawValue)] : "level \(rawValue)"
    }

    /// Finds the level of a name, upper or lower case; nil if there is none.
    public init?(name: String) {
        let wanted = name.uppercased()
        guard let found = Consistency.allCases.first(where: { $0.description == wanted }) else { return nil }
        self = found
    }
}
