public import CQLWire
public import FoundationEssentials

/// A node of the cluster as it is now.
public struct NodeState: Hashable, Sendable {
    /// Whether a node works.
    public enum Condition: Hashable, Sendable {
        /// It answers.
        case running
        /// It holds its connections, takes new ones, and answers nothing (SIGSTOP).
        case paused
        /// Its process is gone: connections are refused.
        case stopped
    }

    /// Which of the nodes it is, counted from 1.
    public let number: Int
    /// Its identity.
    public let hostID: UUID
    /// Its data centre.
    public let dataCenter: String
    /// Its rack.
    public let rack: String
    /// Its tokens.
    public let tokens: [Int64]
    /// Where it takes connections of clients; nil until it listens.
    public internal(set) var address: InetEndpoint?
    /// Whether it works.
    public internal(set) var condition = Condition.running
    /// The start of its process in seconds since 1970: two generations are two processes.
    public internal(set) var generation: Int32
    /// How far its clock is ahead.
    public internal(set) var clockOffset = Duration.zero
    /// The version of its schema, as it knows itself.
    public internal(set) var schemaVersion: UUID
    /// The version of its schema, as its peers have heard.
    public internal(set) var rumouredVersion: UUID
    /// How many seconds its process has lived, up to when it stopped or was paused; gossip's heartbeat.
    var livedBefore = Duration.zero
    /// Since when its heartbeat goes on; nil while it stands still.
    var beatingSince: Duration?

    /// How often its condition has changed: what was put off for one condition does not happen in the next.
    var changes = 0
    /// Whether the others have announced it as down.
    var isSeenDown = false

    /// How often its heart has beaten: once a second as long as it runs.
    func heartbeat(now: Duration) -> Int32 {
        let lived = livedBefore + (beatingSince.map { now - $0 } ?? .zero)
        return Int32(clamping: lived.components.seconds &+ 1)
    }
}
