import CQLClient
import FoundationEssentials
import ScriptedServer
import Testing

@testable import MigrationLog

@Suite struct LogTableTests {
    private let table = LogTable(quotedKeyspace: "\"App\"")

    private static let columns = """
        id, at, kind, run, lock_owner, target, script, type, version, description, checksum, checksum_algorithm, \
        statement, statements, statement_hash, outcome, coordinator, coordinator_address, coordinator_generation, \
        timeout_ms, agreed, elapsed_ms, agreement_ms, tag, operator, host, tool_version, warnings, error_code, error, \
        reason, replication
        """

    // MARK: The statements

    @Test("the table")
    func create() {
        #expect(
            table.create(id: nil) == """
                CREATE TABLE IF NOT EXISTS "App".cqlmig_log (
                    log text,
                    seq bigint,
                    id uuid,
                    at timestamp,
                    kind text,
                    run uuid,
                    lock_owner uuid,
                    target text,
                    script text,
                    type text,
                    version text,
                    description text,
                    checksum text,
                    checksum_algorithm text,
                    statement int,
                    statements int,
                    statement_hash text,
                    outcome text,
                    coordinator uuid,
                    coordinator_address text,
                    coordinator_generation bigint,
                    timeout_ms bigint,
                    agreed boolean,
                    elapsed_ms bigint,
                    agreement_ms bigint,
                    tag text,
                    operator text,
                    host text,
                    tool_version text,
                    warnings frozen<list<text>>,
                    error_code text,
                    error text,
                    reason text,
                    replication frozen<map<text, text>>,
                    script_text text,
                    PRIMARY KEY (log, seq)
                ) WITH comment = 'What cqlmig did to the schema, in order; rows are only ever added'
                """)
    }

    @Test("the table with an id, for servers whose nodes would each invent one")
    func createWithID() {
        #expect(
            table.create(id: UUID(number: 1)).hasSuffix(
                "\n) WITH ID = 00000000-0000-4000-8000-000000000001 AND comment = "
                    + "'What cqlmig did to the schema, in order; rows are only ever added'"))
    }

    @Test("a row is inserted under a condition, with a marker for each column")
    func insert() throws {
        let statement = try table.insert(.full())
        #expect(
            statement.cql
                == "INSERT INTO \"App\".cqlmig_log (log, seq, \(Self.columns), script_text) VALUES ("
                + Array(repeating: "?", count: 35).joined(separator: ", ") + ") IF NOT EXISTS")
        #expect(statement.values.count == 35)
        #expect(statement.isPrepared)
        #expect(statement.values.first == .bytes(Array("log".utf8)))
    }

    @Test("what is not known is not set, rather than null, which would write a tombstone")
    func unset() throws {
        let statement = try table.insert(LogEntry(seq: 1, id: UUID(number: 1), at: .now, kind: .initialised))
        #expect(statement.values.count == 35)
        #expect(statement.values.prefix(5).allSatisfy { if case .bytes = $0 { true } else { false } })
        #expect(statement.values.dropFirst(5).allSatisfy { $0 == .unset })
    }

    @Test("rows after a number, without the long texts unless they are wanted")
    func select() throws {
        let select = try table.select(after: 41, withTexts: false, consistency: .localSerial)
        #expect(
            select.cql == "SELECT seq, \(Self.columns) FROM \"App\".cqlmig_log WHERE log = ? AND seq > ?")
        #expect(select.values == [.bytes(Array("log".utf8)), .bytes([0, 0, 0, 0, 0, 0, 0, 41])])
        #expect(select.consistency == .localSerial)
        let all = try table.select(after: 0, withTexts: true, consistency: .serial)
        #expect(
            all.cql == "SELECT seq, \(Self.columns), script_text FROM \"App\".cqlmig_log WHERE log = ? AND seq > ?")
    }

    @Test("every column has a name of its own")
    func columnNames() {
        let names = LogColumn.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(!names.contains("log") && !names.contains("seq"))
    }

    // MARK: There and back

    @Test("a row with every field comes back as it was")
    func fullRoundTrip() throws {
        let entry = LogEntry.full()
        let row = try #require(try table.stored(try table.insert(entry)))
        #expect(try table.read(row) == entry)
    }

    @Test("every kind of row comes back, with nothing else set", arguments: LogEntryKind.allCases)
    func kinds(kind: LogEntryKind) throws {
        let entry = LogEntry(
            seq: .max, id: UUID(number: 1), at: Date(timeIntervalSince1970: -1.5), kind: kind)
        let row = try #require(try table.stored(try table.insert(entry)))
        #expect(try table.read(row) == entry)
    }

    @Test("every outcome comes back", arguments: Outcome.allCases)
    func outcomes(outcome: Outcome) throws {
        var entry = LogEntry.full()
        entry.outcome = outcome
        let row = try #require(try table.stored(try table.insert(entry)))
        #expect(try table.read(row).outcome == outcome)
    }

    @Test("no field is without a column: each, set alone, comes back")
    func everyField() throws {
        let full = LogEntry.full()
        let bare = LogEntry(seq: full.seq, id: full.id, at: full.at, kind: full.kind)
        // A field that no column carries would be as it was before in every row that is read.
        for column in LogColumn.all.dropFirst(3) {
            #expect(column.value(full) != nil, "\(column.name)")
            #expect(column.value(bare) == nil, "\(column.name)")
        }
        #expect(Mirror(reflecting: full).children.count == LogColumn.all.count + 1)
    }

    @Test("a time is kept to the millisecond")
    func milliseconds() {
        #expect(LogColumn.milliseconds(Date(timeIntervalSince1970: 1.0006)) == 1001)
        #expect(LogColumn.milliseconds(Date(timeIntervalSince1970: 0.0004)) == 0)
        #expect(LogColumn.milliseconds(Date(timeIntervalSince1970: -0.001)) == -1)
    }

    // MARK: Rows of other releases

    private func row(_ cells: [(name: String, type: CQLType, value: CQLValue?)]) throws -> Row {
        let needed: [(name: String, type: CQLType, value: CQLValue?)] = [
            ("seq", .bigint, .bigint(9)), ("id", .uuid, .uuid(UUID(number: 1))), ("at", .timestamp, .timestamp(0)),
            ("kind", .text, .text("run-started")),
        ]
        let kept = needed.filter { cell in !cells.contains { $0.name == cell.name } }
        return try #require(Array(try AnswerTable(row: kept + cells).encoded()).first)
    }

    @Test("columns of a later release are passed over, and those of an earlier one may be missing")
    func otherColumns() throws {
        let entry = try table.read(try row([("approved_by", .text, .text("ben"))]))
        #expect(entry.kind == .runStarted)
        #expect(entry.seq == 9)
        #expect(entry.operatorName == nil)
    }

    @Test("a kind or an outcome of a later release is an error that says so")
    func unknownKinds() throws {
        let kind = try row([("kind", .text, .text("run-paused"))])
        #expect(
            throws: WireError(
                .malformed, field: "the kind of row 9 of the log", needed: "a kind that this version of the tool knows",
                had: "'run-paused'")
        ) { try table.read(kind) }
        let outcome = try row([("outcome", .text, .text("perhaps"))])
        #expect(
            throws: WireError(
                .malformed, field: "the outcome in row 9 of the log", needed: "an outcome", had: "'perhaps'")
        ) { try table.read(outcome) }
    }

    @Test("a row without what every row has is an error", arguments: ["seq", "id", "at", "kind"])
    func nulls(column: String) throws {
        let types: [String: CQLType] = ["seq": .bigint, "id": .uuid, "at": .timestamp, "kind": .text]
        let row = try row([(column, try #require(types[column]), nil)])
        #expect(
            throws: WireError(.malformed, field: "column '\(column)' of the log", needed: "a value", had: "null")
        ) { try table.read(row) }
    }
}
