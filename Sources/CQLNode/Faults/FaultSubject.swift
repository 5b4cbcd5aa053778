import CQLSyntax
import CQLWire

/// What the conditions of faults look at: a request and where it came in.
struct FaultSubject {
    /// A statement of the request.
    struct Part {
        let text: String

        /// Read when it is asked for: most conditions do not.
        var summary: StatementSummary {
            let script = ParsedScript(SourceText(name: "", text: text))
            return script.up.first?.summary ?? StatementSummary(kind: .unknown, verb: "")
        }

        init(_ text: String) { self.text = text }

        /// Whether the statement is about something of this name.
        func names(_ name: ObjectName) -> Bool {
            let summary = summary
            return [summary.object, summary.owner].contains { candidate in
                guard let candidate, candidate.name == name.name else { return false }
                return name.keyspace == nil || candidate.keyspace == nil || candidate.keyspace == name.keyspace
            }
        }
    }

    var node: Int
    var connection: Int
    var frame: Int
    var opcode: Opcode
    var statements: [Part]
    var consistency = Consistency.one
    var preparedID: [UInt8]?

    /// What kind of write the request is, for the errors about one.
    var writeType: WriteType {
        if statements.contains(where: { $0.summary.kind == .conditionalModification }) { return .cas }
        if opcode == .batch || statements.contains(where: { $0.summary.verb == "BATCH" }) { return .batch }
        return .simple
    }
}
