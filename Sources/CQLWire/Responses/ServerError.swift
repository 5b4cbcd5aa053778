/// An ERROR: the server's answer to a request that failed (native_protocol_v4.spec §9).
public struct ServerError: Error, Hashable, Sendable {
    /// What some codes say besides the message.
    public enum Details: Hashable, Sendable {
        /// The code has no details.
        case none
        /// Of ``ServerErrorCode/unavailable``: how many replicas the level needs, and how many are alive.
        case unavailable(consistency: Consistency, required: Int32, alive: Int32)
        /// Of ``ServerErrorCode/writeTimeout``: how many replicas answered, and how many the level needs.
        case writeTimeout(consistency: Consistency, received: Int32, blockFor: Int32, writeType: WriteType)
        /// Of ``ServerErrorCode/readTimeout``; `dataPresent` tells whether the replica asked for data answered.
        case readTimeout(consistency: Consistency, received: Int32, blockFor: Int32, dataPresent: Bool)
        /// Of ``ServerErrorCode/readFailure``; `failures` is the number of replicas that failed.
        case readFailure(
            consistency: Consistency,
            received: Int32,
            blockFor: Int32,
            failures: Int32,
            dataPresent: Bool
        )
        /// Of ``ServerErrorCode/functionFailure``: which function failed.
        case functionFailure(keyspace: String, function: String, argumentTypes: [String])
        /// Of ``ServerErrorCode/writeFailure``; `failures` is the number of replicas that failed.
        case writeFailure(
            consistency: Consistency,
            received: Int32,
            blockFor: Int32,
            failures: Int32,
            writeType: WriteType
        )
        /// Of ``ServerErrorCode/casWriteUnknown``: how many replicas answered, and how many the level needs.
        case casWriteUnknown(consistency: Consistency, received: Int32, blockFor: Int32)
        /// Of ``ServerErrorCode/alreadyExists``; `table` is empty if the keyspace itself exists.
        case alreadyExists(keyspace: String, table: String)
        /// Of ``ServerErrorCode/unprepared``: the id that the coordinator does not know.
        case unprepared(id: [UInt8])
    }

    /// What failed, for programs.
    public var code: ServerErrorCode
    /// What failed, in the server's words.
    public var message: String
    /// What the code says besides the message.
    public var details: Details

    /// Creates an error.
    public init(_ code: ServerErrorCode, _ message: String, details: Details = .none) {
        self.code = code
        self.message = message
        self.details = details
    }
}

extension ServerError: CustomStringConvertible {
    /// The server's words with the code.
    public var description: String { "\(message) (server error \(code))" }
}
