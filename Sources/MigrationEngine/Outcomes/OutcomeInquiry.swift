import CQLClient
import FoundationEssentials
import LiveSchema

/// Finds out what became of a statement whose answer is not known.
///
/// A value: signs of the coordinator, agreement, what the nodes show and the time go in; questions and the conclusion
/// come out. *Landed* needs the postcondition on every node that is up, after agreement. *Not landed* needs more than its
/// absence: a coordinator that is paused executes the statement when it goes on, long after its client has gone. So the
/// coordinator has to answer again after the statement's time is over, or its process has to be dead; silence is neither.
struct OutcomeInquiry: Equatable, Sendable {
    /// What is known of the statement.
    struct Intent: Equatable, Sendable {
        /// The node that was to run it; nil where an old row does not say.
        var coordinator: NodeID?
        /// The start of its process, as the log has it.
        var generation: Int64?
        /// When the statement's time is over.
        var over: ContinuousClock.Instant
        /// Whether the coordinator has somebody else run it, who outlives it: the metadata service of 6.0.
        var isHandedOn = false
    }

    enum Action: Equatable, Sendable {
        /// Ask the coordinator of the intent whether it lives.
        case probe(NodeID)
        /// Wait until the nodes that are up agree.
        case awaitAgreement
        /// Read the postcondition on every node that is up.
        case read
        /// Call ``timerFired(now:)`` then.
        case wait(until: ContinuousClock.Instant)
        case finish(Conclusion)
    }

    enum Conclusion: Equatable, Sendable {
        /// It took effect everywhere.
        case landed
        /// It did not, and cannot any more.
        case notLanded(Coordinator, found: String)
        /// Something else stands there.
        case conflicting([SchemaConflict])
        /// Nobody can say yet; the clause says why.
        case open(String)
    }

    /// What is known of the node that was to run the statement.
    enum Coordinator: Equatable, Sendable {
        case lives
        case dead
    }

    /// What all nodes together show.
    enum Reading: Equatable, Sendable {
        case landed
        case notLanded(String)
        case conflicting([SchemaConflict])
        /// The nodes show different things, or one could not be read.
        case unclear(String)
        /// What the statement did stands nowhere that can be read.
        case undecidable(String)
    }

    private enum Sign: Equatable {
        case lives(at: ContinuousClock.Instant)
        case dead
        case silent(String)
    }

    private let intent: Intent
    /// Until when a silent coordinator and a schema that does not settle are waited for.
    private let deadline: ContinuousClock.Instant
    private var sign = Sign.silent("it was not asked")

    /// The pause between two rounds.
    static let pause = Duration.seconds(1)

    /// - Parameter patience: How long beyond the statement's time a coordinator that says nothing is waited for.
    init(_ intent: Intent, patience: Duration, now: ContinuousClock.Instant) {
        self.intent = intent
        deadline = max(intent.over, now) + patience
    }

    /// Begins, or begins another round.
    func start() -> Action {
        guard let coordinator = intent.coordinator else { return .awaitAgreement }
        return .probe(coordinator)
    }

    /// The coordinator was asked.
    mutating func probed(_ answer: NodeSign, now: ContinuousClock.Instant) -> Action {
        switch answer {
        case .answers(let generation):
            // A process that was started since knows nothing of the statement.
            if let generation, let known = intent.generation, generation != known {
                sign = .dead
            } else {
                sign = .lives(at: now)
            }
        case .refuses: sign = .dead
        case .silent(let reason): sign = .silent(reason)
        }
        return .awaitAgreement
    }

    /// The nodes agree.
    func agreed() -> Action { .read }

    /// They do not; the clause says who differs.
    func disagreed(_ reason: String, now: ContinuousClock.Instant) -> Action {
        later(now: now) ?? .finish(.open(reason))
    }

    /// The nodes were read.
    func read(_ reading: Reading, now: ContinuousClock.Instant) -> Action {
        switch reading {
        case .landed: return .finish(.landed)
        case .conflicting(let conflicts): return .finish(.conflicting(conflicts))
        case .undecidable(let reason): return .finish(.open(reason))
        case .unclear(let reason): return later(now: now) ?? .finish(.open(reason))
        case .notLanded(let found):
            switch sign {
            case .dead where !intent.isHandedOn || now >= intent.over:
                return .finish(.notLanded(.dead, found: found))
            // What it had not answered in its time it has refused or forgotten by then.
            case .lives(let time) where time >= intent.over: return .finish(.notLanded(.lives, found: found))
            case .dead, .lives: return .wait(until: min(intent.over, now + Self.pause * 5))
            case .silent(let reason):
                return later(now: now) ?? .finish(.open("\(found), but its coordinator may still run it: \(reason)"))
            }
        }
    }

    /// The time that was asked for has come.
    func timerFired() -> Action { start() }

    private func later(now: ContinuousClock.Instant) -> Action? {
        now + Self.pause <= deadline ? .wait(until: now + Self.pause) : nil
    }
}
