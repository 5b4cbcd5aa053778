import Testing

/// A row of the log as `history --json` tells it.
struct HistoryEvent: Equatable {
    let seq: Int
    let kind: String
    let script: String?
    let version: String?
    let statement: Int?
    let detail: String?

    /// The events of a call of `history --json`.
    static func list(in finished: Finished) throws -> [HistoryEvent] {
        let events = try #require(try finished.data()["events"] as? [[String: Any]], "no events: \(finished.output)")
        return try events.map { event in
            HistoryEvent(
                seq: try #require(event["seq"] as? Int), kind: try #require(event["kind"] as? String),
                script: event["script"] as? String, version: event["version"] as? String,
                statement: event["statement"] as? Int, detail: event["detail"] as? String)
        }
    }
}
