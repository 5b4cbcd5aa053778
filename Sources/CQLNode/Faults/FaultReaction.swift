public import CQLWire

/// What happens to a request instead of its being answered as it should.
public enum FaultReaction: Hashable, Sendable {
    /// Nothing is done, and no answer comes.
    case drop
    /// It is done, and no answer comes.
    case loseReply
    /// It is done, and the answer comes so much later.
    case delayReply(Duration)
    /// It is done, and the answer is kept back until ``ClusterMachine/releaseHeld(now:)``. Has no text form.
    case holdReply
    /// It is done so much later, and then answered: as by a coordinator that was paused.
    case delay(Duration)
    /// It is answered as if it were done, and it is not: as by a coordinator that dies before others have what it did.
    case forget
    /// It is done, and the rows of `system_schema` that it removes stay at this node: as at a node of 6.0 that ends in the
    /// middle of it and is started again.
    case leaveRows
    /// Nothing is done, and the connection is reset.
    case reset
    /// It is done, and the connection is reset without an answer.
    case resetAfter
    /// The answer is this error, whether it is done or not.
    case error(ForgedError, applied: Bool)
    /// The answer is this, whether it is done or not. Has no text form.
    case answer(Response, applied: Bool)
    /// It is done, and the answer warns.
    case warn([String])
    /// Nothing is done, these bytes are sent in place of a frame, and the connection ends where that is said.
    case bytes([UInt8], thenClose: Bool)
    /// The node stops before it does anything, for so long or until somebody resumes it; the request is done then.
    case pause(Duration?)
}

extension FaultReaction: CustomStringConvertible {
    /// The text that is read as this reaction; a description for those that have none.
    public var description: String {
        switch self {
        case .drop: "drop"
        case .loseReply: "lose-reply"
        case .delayReply(let duration): "delay-reply \(FaultText.of(duration))"
        case .holdReply: "hold-reply"
        case .delay(let duration): "delay \(FaultText.of(duration))"
        case .forget: "forget"
        case .leaveRows: "leave-rows"
        case .reset: "reset"
        case .resetAfter: "reset-after"
        case .error(let error, let applied): "error \(error)" + (applied ? " applied" : "")
        case .answer(let response, let applied): "answer \(response.opcode)" + (applied ? " applied" : "")
        case .warn(let warnings): "warn " + warnings.map(FaultText.quoted).joined(separator: " ")
        case .bytes(let bytes, let closes): "bytes 0x\(FaultText.hexadecimal(bytes))" + (closes ? " close" : "")
        case .pause(let duration): "pause" + (duration.map { " \(FaultText.of($0))" } ?? "")
        }
    }
}
