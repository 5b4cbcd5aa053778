import CQLClient
import FoundationEssentials

/// A column of `cqlmig_log`: its name, its type, and how an entry's field gets into it and out of it.
///
/// The one table from which the CREATE, the INSERT and the SELECT are made, so that none can forget a column.
struct LogColumn: Sendable {
    let name: String
    let type: CQLType
    let value: @Sendable (LogEntry) -> CQLValue?
    let read: @Sendable (Row, inout LogEntry) throws(WireError) -> Void

    static let all: [LogColumn] = [
        LogColumn(
            "id", .uuid, value: { .uuid($0.id) },
            read: { row, entry throws(WireError) in entry.id = try required(row.uuid("id"), "id") }),
        LogColumn(
            "at", .timestamp, value: { .timestamp(milliseconds($0.at)) },
            read: { row, entry throws(WireError) in
                let at = try required(row.integer("at"), "at")
                entry.at = Date(timeIntervalSince1970: Double(at) / 1000)
            }),
        LogColumn(
            "kind", .text, value: { .text($0.kind.rawValue) },
            read: { row, entry throws(WireError) in
                let text = try required(row.text("kind"), "kind")
                guard let kind = LogEntryKind(rawValue: text) else {
                    throw WireError(
                        .malformed, field: "the kind of row \(entry.seq) of the log",
                        needed: "a kind that this version of the tool knows", had: "'\(text)'")
                }
                entry.kind = kind
            }),
        uuid("run", \.run),
        uuid("lock_owner", \.lockOwner),
        text("target", \.target),
        text("script", \.script),
        text("type", \.type),
        text("version", \.version),
        text("description", \.description),
        text("checksum", \.checksum),
        text("checksum_algorithm", \.checksumAlgorithm),
        number("statement", \.statement),
        number("statements", \.statements),
        text("statement_hash", \.statementHash),
        LogColumn(
            "outcome", .text, value: { $0.outcome.map { .text($0.rawValue) } },
            read: { row, entry throws(WireError) in
                guard let text = try row.text("outcome") else { return }
                guard let outcome = Outcome(rawValue: text) else {
                    throw WireError(
                        .malformed, field: "the outcome in row \(entry.seq) of the log", needed: "an outcome",
                        had: "'\(text)'")
                }
                entry.outcome = outcome
            }),
        uuid("coordinator", \.coordinator),
        text("coordinator_address", \.coordinatorAddress),
        long("coordinator_generation", \.coordinatorGeneration),
        long("timeout_ms", \.timeoutMilliseconds),
        LogColumn(
            "agreed", .boolean, value: { $0.agreed.map { .boolean($0) } },
            read: { row, entry throws(WireError) in entry.agreed = try row.boolean("agreed") }),
        long("elapsed_ms", \.elapsedMilliseconds),
        long("agreement_ms", \.agreementMilliseconds),
        text("tag", \.tag),
        text("operator", \.operatorName),
        text("host", \.host),
        text("tool_version", \.toolVersion),
        LogColumn(
            "warnings", .list(.text),
            value: { $0.warnings.isEmpty ? nil : .list($0.warnings.map { .text($0) }) },
            read: { row, entry throws(WireError) in entry.warnings = try row.texts("warnings") }),
        text("error_code", \.errorCode),
        text("error", \.errorText),
        text("reason", \.reason),
        LogColumn(
            "replication", .map(.text, .text),
            value: { entry in
                entry.replication.isEmpty
                    ? nil : .map(entry.replication.sorted { $0.key < $1.key }.map { .init(.text($0), .text($1)) })
            },
            read: { row, entry throws(WireError) in entry.replication = try row.textMap("replication") }),
        text("script_text", \.text),
    ]

    private init(
        _ name: String, _ type: CQLType, value: @escaping @Sendable (LogEntry) -> CQLValue?,
        read: @escaping @Sendable (Row, inout LogEntry) throws(WireError) -> Void
    ) {
        self.name = name
        self.type = type
        self.value = value
        self.read = read
    }

    private typealias Field<Value> = any WritableKeyPath<LogEntry, Value?> & Sendable

    private static func text(_ name: String, _ field: Field<String>) -> LogColumn {
        LogColumn(
            name, .text, value: { $0[keyPath: field].map { .text($0) } },
            read: { row, entry throws(WireError) in entry[keyPath: field] = try row.text(name) })
    }

    private static func uuid(_ name: String, _ field: Field<UUID>) -> LogColumn {
        LogColumn(
            name, .uuid, value: { $0[keyPath: field].map { .uuid($0) } },
            read: { row, entry throws(WireError) in entry[keyPath: field] = try row.uuid(name) })
    }

    private static func number(_ name: String, _ field: Field<Int>) -> LogColumn {
        LogColumn(
            name, .int, value: { $0[keyPath: field].map { .int(Int32(clamping: $0)) } },
            read: { row, entry throws(WireError) in entry[keyPath: field] = try row.integer(name).map { Int($0) } })
    }

    private static func long(_ name: String, _ field: Field<Int64>) -> LogColumn {
        LogColumn(
            name, .bigint, value: { $0[keyPath: field].map { .bigint($0) } },
            read: { row, entry throws(WireError) in entry[keyPath: field] = try row.integer(name) })
    }

    static func required<Value>(_ value: Value?, _ column: String) throws(WireError) -> Value {
        guard let value else {
            throw WireError(.malformed, field: "column '\(column)' of the log", needed: "a value", had: "null")
        }
        return value
    }

    static func milliseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1000).rounded())
    }
}
