import CQLWire

extension WireError {
    /// What the server says of a body that it cannot read, where its words are known; otherwise what is wrong.
    var serverWords: String {
        switch (kind, field) {
        case (.truncated, let field) where field.contains("query text"):
            "Not enough bytes to read an UTF8 serialized string preceded by its 4 bytes length"
        case (.unsupported, "the event type"): "Invalid value \(had) for Type"
        case (.malformed, "the batch type"): "Invalid BATCH message type \(had)"
        case (_, let field) where field.contains("consistency") && needed.hasPrefix("a consistency level"):
            "Unknown code \(had) for a consistency level"
        default: description
        }
    }
}
