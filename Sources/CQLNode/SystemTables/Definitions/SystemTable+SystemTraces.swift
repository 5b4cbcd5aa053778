import CQLSyntax

extension SystemTable {
    /// The tables of `system_traces`.
    static let systemTraces = [
        SystemTable(
            "system_traces", "events", id: "8826e8e9-e16a-3728-8753-3bc1fc713c25",
            partition: ["session_id"], clustering: ["event_id"],
            comment: "tracing events",
            columns: [
                Columns(
                    """
                    session_id uuid, event_id timeuuid, activity text, source inet, source_elapsed int, \
                    source_port int, thread text
                    """)
            ]),
        SystemTable(
            "system_traces", "sessions", id: "c5e99f16-8677-3914-b17e-960613512345",
            partition: ["session_id"],
            comment: "tracing sessions",
            columns: [
                Columns(
                    """
                    session_id uuid, client inet, command text, coordinator inet, coordinator_port int, \
                    duration int, parameters map<text, text>, request text, started_at timestamp
                    """)
            ]),
    ]
}
