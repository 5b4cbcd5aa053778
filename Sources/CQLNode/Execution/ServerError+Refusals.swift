import CQLWire

extension ServerError {
    /// A statement that is right as CQL but cannot be executed.
    static func invalid(_ message: String) -> ServerError { ServerError(.invalid, message) }
}
