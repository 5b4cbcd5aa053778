import CQLClient
import FoundationEssentials

/// The statements on `cqlmig_log` of one history keyspace. Every one names the keyspace: no `USE` can redirect it.
struct LogTable: Equatable, Sendable {
    /// The keyspace as CQL writes it, quoted where it must be.
    let quotedKeyspace: String

    static let name = "cqlmig_log"
    /// The log is one partition: its rows have one order, and one Paxos instance decides what comes next.
    static let partition = "log"

    private var table: String { "\(quotedKeyspace).\(Self.name)" }

    /// - Parameter id: The table's id, for servers on which two nodes would otherwise each invent one.
    func create(id: UUID?) -> String {
        let columns = LogColumn.all.map { "    \($0.name) \(Self.declaration(of: $0.type)),\n" }.joined()
        let identity = id.map { "ID = \($0.uuidString.lowercased()) AND " } ?? ""
        return """
            CREATE TABLE IF NOT EXISTS \(table) (
                log text,
                seq bigint,
            \(columns)    PRIMARY KEY (log, seq)
            ) WITH \(identity)comment = 'What cqlmig did to the schema, in order; rows are only ever added'
            """
    }

    private static func declaration(of type: CQLType) -> String {
        switch type {
        // Written whole and never updated: frozen needs no tombstone.
        case .list, .map: "frozen<\(type)>"
        default: "\(type)"
        }
    }

    func insert(_ entry: LogEntry) throws(WireError) -> Statement {
        let names = LogColumn.all.map(\.name).joined(separator: ", ")
        let markers = Array(repeating: "?", count: LogColumn.all.count + 2).joined(separator: ", ")
        var values = [
            try BoundValue(.text(Self.partition), as: .text), try BoundValue(.bigint(entry.seq), as: .bigint),
        ]
        for column in LogColumn.all {
            // Unset rather than null: a null would write a tombstone for each of some twenty columns.
            guard let value = column.value(entry) else {
                values.append(.unset)
                continue
            }
            values.append(try BoundValue(value, as: column.type))
        }
        return Statement(
            "INSERT INTO \(table) (log, seq, \(names)) VALUES (\(markers)) IF NOT EXISTS", values, isPrepared: true)
    }

    /// The rows after `seq`, in order. The texts of the scripts are left out unless wanted: they are long, and only
    /// people read them.
    func select(after seq: Int64, withTexts: Bool, consistency: Consistency) throws(WireError) -> Statement {
        let names = LogColumn.all.map(\.name).filter { withTexts || $0 != "script_text" }.joined(separator: ", ")
        return Statement(
            "SELECT seq, \(names) FROM \(table) WHERE log = ? AND seq > ?",
            [try BoundValue(.text(Self.partition), as: .text), try BoundValue(.bigint(seq), as: .bigint)],
            consistency: consistency,
            // A text may have a mebibyte, and a page is held in memory.
            pageSize: withTexts ? 16 : 1000)
    }

    func read(_ row: Row) throws(WireError) -> LogEntry {
        let seq = try LogColumn.required(row.integer("seq"), "seq")
        var entry = LogEntry(seq: seq, id: UUID(), at: .distantPast, kind: .initialised)
        for column in LogColumn.all where row.hasColumn(column.name) { try column.read(row, &entry) }
        return entry
    }
}
