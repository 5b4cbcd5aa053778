import CQLWire
public import FoundationEssentials

/// The answer to a statement.
public struct ResultSet: Sendable {
    /// The rows of this page; empty for a statement that gives none.
    public let rows: [Row]
    /// What to send for the next page, or nil when this was the last.
    public let pagingState: [UInt8]?
    /// Warnings of the server, for people to read.
    public let warnings: [String]
    /// What a DDL changed; nil when it changed nothing, for example because of `IF NOT EXISTS`.
    public let schemaChange: SchemaChange?

    /// The trace of the request in `system_traces`, when one was asked for or the server traces by chance.
    public let tracingID: UUID?
    /// What extensions of the server had to say, by their names.
    public let customPayload: [String: [UInt8]?]

    init(
        _ result: QueryResult, warnings: [String], tracingID: UUID? = nil, customPayload: [String: [UInt8]?] = [:]
    ) {
        self.warnings = warnings
        self.tracingID = tracingID
        self.customPayload = customPayload
        var rows: [Row] = []
        var pagingState: [UInt8]?
        var schemaChange: SchemaChange?
        switch result {
        case .rows(let found):
            rows = Array(found)
            pagingState = found.metadata.pagingState
        case .schemaChange(let change): schemaChange = change
        case .void, .setKeyspace, .prepared: break
        }
        self.rows = rows
        self.pagingState = pagingState
        self.schemaChange = schemaChange
    }

    /// Where the next page begins, which has to be elsewhere than this one did: a server that says the same again would
    /// keep its client for ever.
    func nextPage(after state: [UInt8]?) throws(ClientError) -> [UInt8]? {
        guard pagingState == nil || pagingState != state else {
            throw ClientError(
                .unreadable(
                    WireError(
                        .malformed, field: "the paging state", needed: "another one than that of the page before",
                        had: "the same")))
        }
        return pagingState
    }

    /// Whether the condition of a conditional write held; nil when it had none.
    ///
    /// The column is looked for by name: its neighbours differ between servers, and between answers of one server.
    ///
    /// - Throws: `WireError` when the column is there but no boolean.
    public func wasApplied() throws(WireError) -> Bool? {
        guard let row = rows.first, row.hasColumn("[applied]") else { return nil }
        return try row.boolean("[applied]")
    }
}
