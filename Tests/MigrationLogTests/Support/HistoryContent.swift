import CQLClient
import FoundationEssentials
import ScriptedServer

@testable import MigrationLog

/// The two tables of a history keyspace, in memory, with their conditions.
struct HistoryContent: ClusterContent {
    /// The cells of the lock's row, by column; nil when there is none.
    var lock: [String: [UInt8]]?
    /// How many more attempts to take the lock find it taken before its row ends.
    var lockEndsAfter: Int?
    /// The cells of the rows of the log, by number and column.
    private(set) var log: [Int64: [String: [UInt8]]] = [:]
    /// The ids of the tables, by node and name.
    var tableIDs: [Int: [String: UUID]] = [:]
    /// What was run, in order.
    private(set) var statements: [ReceivedStatement] = []

    typealias Cells = [String: [UInt8]]

    /// The ids of the rows of the log, in order.
    var rowIDs: [[UInt8]?] { log.sorted { $0.key < $1.key }.map { $0.value["id"] } }

    /// Puts a row into the log, whoever wrote it.
    mutating func put(_ entry: LogEntry) throws {
        let statement = try LogTable(quotedKeyspace: "app").insert(entry)
        log[entry.seq] = Self.cells(of: statement.cql, statement.values)
    }

    mutating func run(_ statement: ReceivedStatement) throws(WireError) -> Response? {
        statements.append(statement)
        let cql = statement.cql
        if cql.hasPrefix("CREATE TABLE") { return create(cql) }
        if cql.contains(".cqlmig_log") {
            if cql.hasPrefix("INSERT") { return try append(statement.parts) }
            if cql.hasPrefix("SELECT") { return try select(statement) }
        }
        if cql.contains(".cqlmig_lock") { return try runOnLock(statement.parts[0]) }
        if cql.contains("FROM system_schema.tables") { return try id(statement) }
        return nil
    }

    // MARK: The log

    private mutating func append(_ parts: [ReceivedStatement.Part]) throws(WireError) -> Response {
        let rows = parts.map { Self.cells(of: $0.cql, $0.values) }
        let numbers = rows.map { Self.number($0["seq"]) }
        if let taken = numbers.first(where: { log[$0] != nil }) {
            return try AnswerTable(row: [
                ("[applied]", .boolean, .boolean(false)), ("log", .text, .text("log")),
                ("seq", .bigint, .bigint(taken)),
            ]).response()
        }
        for (number, cells) in zip(numbers, rows) { log[number] = cells }
        return try Self.applied()
    }

    private func select(_ statement: ReceivedStatement) throws(WireError) -> Response {
        let after = Self.number(Self.bytes(statement.parts[0].values[1]))
        let from = max(after, statement.pagingState.map { Self.number($0) } ?? after)
        let size = Int(statement.pageSize ?? .max)
        let rows = log.filter { $0.key > from }.sorted { $0.key < $1.key }
        let wanted = statement.cql.dropFirst(7).split(separator: " ").prefix { $0 != "FROM" }.map {
            $0.filter { $0 != "," }
        }
        let known: [(name: String, type: CQLType)] =
            [("seq", .bigint)] + LogColumn.all.map { (name: $0.name, type: $0.type) }
        let columns = known.filter { wanted.contains($0.name) }
        let specifications = columns.map {
            ColumnSpecification(keyspace: "k", table: "t", name: $0.name, type: $0.type)
        }
        let page = rows.prefix(size)
        let state = rows.count > size ? page.last?.value["seq"] : nil
        return .result(
            .rows(
                try Rows(
                    metadata: RowsMetadata(columns: specifications, pagingState: state),
                    rows: page.map { row in columns.map { row.value[$0.name] } })))
    }

    // MARK: The lock

    private mutating func runOnLock(_ part: ReceivedStatement.Part) throws(WireError) -> Response? {
        switch part.cql.prefix(6) {
        case "INSERT":
            if let attempts = lockEndsAfter {
                lockEndsAfter = attempts - 1
                if attempts == 0 { lock = nil }
            }
            if let lock { return try holder(lock, isApplied: false) }
            lock = Self.cells(of: part.cql, part.values)
            return try Self.applied()
        case "UPDATE":
            guard lock?["owner"] == Self.bytes(part.values[part.values.count - 1]) else { return try ownerOnly() }
            let columns = part.cql.split(separator: " ").filter { $0 != "?" && $0 != "=" }
            let names = columns.drop { $0 != "SET" }.dropFirst().prefix { $0 != "WHERE" }.filter { $0 != "?," }
            for (name, value) in zip(names, part.values.dropFirst()) { lock?[String(name)] = Self.bytes(value) }
            return try Self.applied()
        case "DELETE":
            guard lock?["owner"] == Self.bytes(part.values[1]) else { return try ownerOnly() }
            lock = nil
            return try Self.applied()
        case "SELECT":
            guard let lock else { return try AnswerTable([("owner", .uuid)]).response() }
            return try holder(lock, isApplied: nil)
        default: return nil
        }
    }

    private func holder(_ cells: Cells, isApplied: Bool?) throws(WireError) -> Response {
        var columns: [(String, CQLType)] = [
            ("owner", .uuid), ("host", .text), ("pid", .bigint), ("operator", .text), ("ci_url", .text),
            ("since", .timestamp), ("renewed", .timestamp),
        ]
        var row = columns.map { cells[$0.0] }
        if let isApplied {
            columns.insert(("[applied]", .boolean), at: 0)
            row.insert([isApplied ? 1 : 0], at: 0)
        }
        let specifications = columns.map { ColumnSpecification(keyspace: "k", table: "t", name: $0.0, type: $0.1) }
        return .result(.rows(try Rows(metadata: RowsMetadata(columns: specifications), rows: [row])))
    }

    /// What a server shows of a row whose condition did not hold: the columns of the condition, if there is a row.
    private func ownerOnly() throws(WireError) -> Response {
        var columns = [ColumnSpecification(keyspace: "k", table: "t", name: "[applied]", type: .boolean)]
        var row: [[UInt8]?] = [[0]]
        if let lock {
            columns.append(ColumnSpecification(keyspace: "k", table: "t", name: "owner", type: .uuid))
            row.append(lock["owner"])
        }
        return .result(.rows(try Rows(metadata: RowsMetadata(columns: columns), rows: [row])))
    }

    // MARK: The schema

    /// Makes a table on every node that has tables at all.
    private mutating func create(_ cql: String) -> Response {
        guard let name = ["cqlmig_log", "cqlmig_lock"].first(where: { cql.contains(".\($0) (") }) else {
            return .result(.void)
        }
        for node in tableIDs.keys { tableIDs[node]?[name] = UUID(number: 7) }
        return .result(.schemaChange(SchemaChange(.created, .table(keyspace: "app", name: name))))
    }

    private func id(_ statement: ReceivedStatement) throws(WireError) -> Response {
        let table = String(decoding: Self.bytes(statement.parts[0].values[1]) ?? [], as: UTF8.self)
        guard let id = tableIDs[statement.node]?[table] else {
            return try AnswerTable([("id", .uuid)]).response()
        }
        return try AnswerTable(row: [("id", .uuid, .uuid(id))]).response()
    }

    // MARK: Cells

    private static func applied() throws(WireError) -> Response {
        try AnswerTable(row: [("[applied]", .boolean, .boolean(true))]).response()
    }

    /// The values of an INSERT by the columns that it names.
    private static func cells(of cql: String, _ values: [BoundValue]) -> Cells {
        let list = cql.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
        let names = list.split(separator: ",").map { $0.filter { $0 != " " } }
        var cells: Cells = [:]
        for (name, value) in zip(names, values) { cells[name] = bytes(value) }
        return cells
    }

    private static func bytes(_ value: BoundValue) -> [UInt8]? {
        if case .bytes(let bytes) = value { bytes } else { nil }
    }

    private static func number(_ bytes: [UInt8]?) -> Int64 {
        (bytes ?? []).reduce(0) { $0 << 8 | Int64($1) }
    }
}

typealias HistoryServer = ScriptedServer<ScriptedCluster<HistoryContent>>
