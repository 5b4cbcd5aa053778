import CQLWire

/// Messages that can be read, but not where they came.
extension WireError {
    static func unexpected(_ response: Response, during step: String) -> WireError {
        WireError(.malformed, field: "the answer during \(step)", needed: "another message", had: "\(response.opcode)")
    }

    static func unknownStream(_ stream: Int16) -> WireError {
        WireError(.malformed, field: "the stream of an answer", needed: "a stream with a request", had: "\(stream)")
    }
}
