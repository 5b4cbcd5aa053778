import CQLWire

extension QueryParameters {
    /// What the server refuses of them before it looks at the statement (`QueryOptions.Codec`).
    var complaint: String? {
        if pageSize == 0 { return "The page size cannot be 0" }
        return TimestampRule.complaint(about: defaultTimestamp)
    }
}

extension Batch {
    /// What the server refuses of it before it looks at the statements.
    var complaint: String? { TimestampRule.complaint(about: defaultTimestamp) }
}

private enum TimestampRule {
    static func complaint(about timestamp: Int64?) -> String? {
        guard timestamp == .min else { return nil }
        return "Out of bound timestamp, must be in [\(Int64.min + 1), \(Int64.max)] (got \(Int64.min))"
    }
}
