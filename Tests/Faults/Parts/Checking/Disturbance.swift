public import CQLNode
import CQLWire

/// What goes wrong at one point of a run.
public enum Disturbance: Hashable, Sendable, CustomStringConvertible {
    /// Something happens to the n-th request that the nodes begin with, counted from 1.
    case request(Int, FaultReaction)
    /// A fault in its own words.
    case fault(Fault)
    /// The process of the first node, which coordinates, ends before the n-th delivery, and is started again after half a
    /// minute.
    case killNode(delivery: Int)
    /// The runner is killed before the n-th time that anything comes out of the network.
    case kill(delivery: Int)

    /// What can happen to a request: its bytes, its answer, its connection, its node.
    public static let reactions: [FaultReaction] =
        [
            .reset, .resetAfter, .drop, .loseReply, .delayReply(.seconds(4)), .delayReply(.seconds(100)),
            .delay(.seconds(4)), .pause(.seconds(4)), .pause(.seconds(100)),
        ] + errors.flatMap { [.error(ForgedError($0), applied: false), .error(ForgedError($0), applied: true)] }

    /// The errors that leave open whether the request was done.
    static let errors: [ServerErrorCode] = [
        .serverError, .unavailable, .overloaded, .isBootstrapping, .truncateError, .writeTimeout, .readTimeout,
        .readFailure, .writeFailure, .casWriteUnknown,
    ]

    /// The text of the fault, and where.
    public var description: String {
        switch self {
        case .request(let number, let reaction): "\(reaction) at request \(number)"
        case .fault(let fault): "\(fault)"
        case .killNode(let delivery): "the coordinator killed before delivery \(delivery)"
        case .kill(let delivery): "kill before delivery \(delivery)"
        }
    }
}
