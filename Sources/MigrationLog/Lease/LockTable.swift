import CQLClient
import FoundationEssentials

/// The statements on `cqlmig_lock` of one history keyspace: conditional ones and a read, never a plain write, whose
/// timestamp would be a clock's where those of Paxos are ballots (CASSANDRA-6178 and its kin).
struct LockTable: Equatable, Sendable {
    let quotedKeyspace: String

    static let name = "cqlmig_lock"
    static let row = "migrations"

    private var table: String { "\(quotedKeyspace).\(Self.name)" }

    func create(id: UUID?) -> String {
        let identity = id.map { "ID = \($0.uuidString.lowercased()) AND " } ?? ""
        return """
            CREATE TABLE IF NOT EXISTS \(table) (
                name text PRIMARY KEY,
                owner uuid,
                host text,
                pid bigint,
                operator text,
                ci_url text,
                since timestamp,
                renewed timestamp
            ) WITH \(identity)comment = 'Who migrates; written with conditions only, a row ends by its TTL'
            """
    }

    func acquire(_ holder: LockHolder, ttlSeconds: Int32) throws(WireError) -> Statement {
        Statement(
            """
            INSERT INTO \(table) (name, owner, host, pid, operator, ci_url, since, renewed) \
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS USING TTL ?
            """,
            [
                try BoundValue(.text(Self.row), as: .text), try BoundValue(.uuid(holder.owner), as: .uuid),
                try BoundValue(.text(holder.host), as: .text), try BoundValue(.bigint(holder.pid), as: .bigint),
                try BoundValue(.text(holder.operatorName), as: .text),
                try BoundValue(holder.ciURL.map { .text($0) }, as: .text),
                try BoundValue(.timestamp(LogColumn.milliseconds(holder.since)), as: .timestamp),
                try BoundValue(.timestamp(LogColumn.milliseconds(holder.renewed)), as: .timestamp),
                try BoundValue(.int(ttlSeconds), as: .int),
            ])
    }

    /// Writes every column again: each cell has a TTL of its own, and one that is left out would end before the others.
    func renew(_ holder: LockHolder, ttlSeconds: Int32) throws(WireError) -> Statement {
        Statement(
            """
            UPDATE \(table) USING TTL ? SET owner = ?, host = ?, pid = ?, operator = ?, ci_url = ?, since = ?, \
            renewed = ? WHERE name = ? IF owner = ?
            """,
            [
                try BoundValue(.int(ttlSeconds), as: .int), try BoundValue(.uuid(holder.owner), as: .uuid),
                try BoundValue(.text(holder.host), as: .text), try BoundValue(.bigint(holder.pid), as: .bigint),
                try BoundValue(.text(holder.operatorName), as: .text),
                try BoundValue(holder.ciURL.map { .text($0) }, as: .text),
                try BoundValue(.timestamp(LogColumn.milliseconds(holder.since)), as: .timestamp),
                try BoundValue(.timestamp(LogColumn.milliseconds(holder.renewed)), as: .timestamp),
                try BoundValue(.text(Self.row), as: .text), try BoundValue(.uuid(holder.owner), as: .uuid),
            ])
    }

    func release(owner: UUID) throws(WireError) -> Statement {
        Statement(
            "DELETE FROM \(table) WHERE name = ? IF owner = ?",
            [try BoundValue(.text(Self.row), as: .text), try BoundValue(.uuid(owner), as: .uuid)])
    }

    func select(consistency: Consistency) throws(WireError) -> Statement {
        Statement(
            """
            SELECT owner, host, pid, operator, ci_url, since, renewed, TTL(owner) AS ttl FROM \(table) WHERE name = ?
            """,
            [try BoundValue(.text(Self.row), as: .text)], consistency: consistency)
    }

    /// The holder in a row of `select`, or in the one that a refused write shows, which may have nothing but the columns
    /// of its condition; nil when the row has no owner, which a server may show for a moment while a row expires.
    func read(_ row: Row) throws(WireError) -> LockHolder? {
        guard row.hasColumn("owner"), let owner = try row.uuid("owner") else { return nil }
        func text(_ column: String) throws(WireError) -> String? {
            row.hasColumn(column) ? try row.text(column) : nil
        }
        func integer(_ column: String) throws(WireError) -> Int64? {
            row.hasColumn(column) ? try row.integer(column) : nil
        }
        func date(_ column: String) throws(WireError) -> Date {
            Date(timeIntervalSince1970: Double(try integer(column) ?? 0) / 1000)
        }
        return LockHolder(
            owner: owner, host: try text("host") ?? "", pid: try integer("pid") ?? 0,
            operatorName: try text("operator") ?? "", ciURL: try text("ci_url"), since: try date("since"),
            renewed: try date("renewed"), expiresInSeconds: try integer("ttl"))
    }
}
