/// Where the time of a run went.
public struct Timings: Equatable, Sendable {
    /// A part of the work.
    public enum Phase: String, CaseIterable, Sendable {
        /// Finding and reading the scripts.
        case scripts
        /// Connecting and learning of the nodes.
        case connect
        /// Asking every node for its condition and schema.
        case check
        /// Taking the lock, waiting for it included.
        case lock
        /// Reading and writing the log.
        case log
        /// The statements themselves.
        case statements
        /// Waiting for schema agreement.
        case agreement
        /// Reading back what the statements have done.
        case readBack = "read_back"
    }

    /// How long each part took.
    public private(set) var phases: [Phase: Duration] = [:]

    /// No time at all.
    public init() {}

    /// Adds time to a part.
    public mutating func add(_ duration: Duration, to phase: Phase) {
        phases[phase, default: .zero] += duration
    }

    /// Adds the times of another.
    public mutating func add(_ other: Timings) {
        for (phase, duration) in other.phases { add(duration, to: phase) }
    }
}
