/// A consistency level (native_protocol_v4.spec §3, [consistency]).
public enum Consistency: UInt16, CaseIterable, Hashable, Sendable {
    /// Any node, if need be as a hint. Writes only.
    case any = 0
    /// One replica.
    case one = 1
    /// Two replicas.
    case two = 2
    /// Three replicas.
    case three = 3
    /// A majority of all replicas.
    case quorum = 4
    /// All replicas.
    case all = 5
    /// A majority of the replicas in the coordinator's data centre.
    case localQuorum = 6
    /// A majority of the replicas in each data centre.
    case eachQuorum = 7
    /// Linearizable over all data centres.
    case serial = 8
    /// Linearizable within the coordinator's data centre.
    case localSerial = 9
    /// One replica in the coordinator's data centre.
    case localOne = 10
}

extension Consistency: CustomStringConvertible {
    /// The name that CQL and Cassandra use: `LOCAL_QUORUM`.
    public var description: String {
        switch self {
        case .any: "ANY"
        case .one: "ONE"
        case .two: "TWO"
        case .three: "THREE"
        case .quorum: "QUORUM"
        case .all: "ALL"
        case .localQuorum: "LOCAL_QUORUM"
        case .eachQuorum: "EACH_QUORUM"
        case .serial: "SERIAL"
        case .localSerial: "LOCAL_SERIAL"
        case .localOne: "LOCAL_ONE"
        }
    }

    /// Finds the level of a name, upper or lower case; nil if there is none.
    public init?(name: String) {
        let wanted = name.uppercased()
        guard let found = Consistency.allCases.first(where: { $0.description == wanted }) else { return nil }
        self = found
    }

    /// Whether this is one of the two levels that a serial consistency can have.
    public var isSerial: Bool { self == .serial || self == .localSerial }
}
