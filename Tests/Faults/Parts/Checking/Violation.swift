/// A promise that was not kept.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Which.
    public enum Promise: String, Hashable, Sendable {
        /// A statement that does harm when it runs twice ran twice.
        case ranTwice
        /// Everything is said to be done, and a statement has not run.
        case falseSuccess
        /// A statement is said to have taken effect, and it has not run.
        case falseOutcome
        /// A statement is said not to have taken effect, and it has run.
        case falseFailure
        /// A statement ran before one that stands in front of it.
        case wrongOrder
        /// The lock was left behind.
        case lockLeft
        /// The rows of the log are not numbered without a gap.
        case gapInLog
        /// A runner wrote to the log after another one had fenced it.
        case twoHolders
        /// A statement was sent by a runner after another one had fenced it.
        case sentAfterFence
        /// The nodes have another schema, or other rows, than the scripts make.
        case otherResult
        /// The run did not come to its end, however often it was run again.
        case noEnd
    }

    /// Which promise.
    public let promise: Promise
    /// What happened, a clause.
    public let story: String

    /// A broken promise.
    public init(_ promise: Promise, _ story: String) {
        self.promise = promise
        self.story = story
    }

    /// Both.
    public var description: String { "\(promise.rawValue): \(story)" }
}
