/// What kind of write a time-out or failure was about (native_protocol_v4.spec §9).
public enum WriteType: Hashable, Sendable {
    /// A single write.
    case simple
    /// A logged batch; the batch log was written.
    case batch
    /// An unlogged batch.
    case unloggedBatch
    /// A counter update.
    case counter
    /// The batch log itself.
    case batchLog
    /// The Paxos phase of a conditional write.
    case cas
    /// A view update.
    case view
    /// A write to a table with change data capture.
    case cdc
    /// A text that the specification does not list.
    case unknown(String)
}

extension WriteType: CustomStringConvertible {
    private static let known: [(type: WriteType, name: String)] = [
        (.simple, "SIMPLE"), (.batch, "BATCH"), (.unloggedBatch, "UNLOGGED_BATCH"), (.counter, "COUNTER"),
        (.batchLog, "BATCH_LOG"), (.cas, "CAS"), (.view, "VIEW"), (.cdc, "CDC"),
    ]

    /// Finds the type of a text on the wire; never fails.
    public init(_ text: String) {
        self = WriteType.known.first { $0.name == text }?.type ?? .unknown(text)
    }

    /// The text on the wire.
    public var description: String {
        if case .unknown(let text) = self { return text }
        return WriteType.known.first { $0.type == self }?.name ?? ""
    }
}
