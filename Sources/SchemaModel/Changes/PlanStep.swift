/// One step on the way from one schema to another, or one thing that is in the way.
public struct PlanStep: Hashable, Sendable {
    /// What a step means for data and for programs that are running.
    public enum Verdict: Hashable, Sendable {
        /// Nothing is lost, and what worked before works afterwards.
        case safe
        /// Data goes, programs fail, or the nodes have a lot to do; the sentence, without its full stop, says which.
        case risky(String)
        /// No statement does it; the sentence, without its full stop, says why and what to do instead.
        case impossible(String)
    }

    /// What is changed.
    public let object: SchemaDifference.Object
    /// The statement with its `;`; nil where there is none.
    public let statement: String?
    /// What it means.
    public let verdict: Verdict

    /// Makes a step.
    public init(_ object: SchemaDifference.Object, _ statement: String?, _ verdict: Verdict) {
        self.object = object
        self.statement = statement
        self.verdict = verdict
    }

    /// Whether no statement does it.
    public var isImpossible: Bool {
        if case .impossible = verdict { return true }
        return false
    }

    /// What the verdict says; nil where it is safe.
    public var reason: String? {
        switch verdict {
        case .safe: nil
        case .risky(let reason), .impossible(let reason): reason
        }
    }
}
