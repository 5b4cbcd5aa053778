import CQLClient
import FoundationEssentials
import ScriptedServer
import Testing

@testable import MigrationLog

@Suite struct LockTableTests {
    private let table = LockTable(quotedKeyspace: "app")
    private let holder = LockHolder(
        owner: UUID(number: 5), host: "build-7", pid: 4711, operatorName: "ann", ciURL: "https://ci/1",
        since: Date(timeIntervalSince1970: 1), renewed: Date(timeIntervalSince1970: 2), expiresInSeconds: nil)

    private func text(_ text: String) -> BoundValue { .bytes(Array(text.utf8)) }
    private func long(_ number: UInt8...) -> BoundValue {
        .bytes(Array(repeating: 0, count: 8 - number.count) + number)
    }
    private var owner: BoundValue { unsafe withUnsafeBytes(of: UUID(number: 5).uuid) { unsafe .bytes(Array($0)) } }

    @Test("the table")
    func create() {
        #expect(
            table.create(id: UUID(number: 2)) == """
                CREATE TABLE IF NOT EXISTS app.cqlmig_lock (
                    name text PRIMARY KEY,
                    owner uuid,
                    host text,
                    pid bigint,
                    operator text,
                    ci_url text,
                    since timestamp,
                    renewed timestamp
                ) WITH ID = 00000000-0000-4000-8000-000000000002 AND comment = \
                'Who migrates; written with conditions only, a row ends by its TTL'
                """)
        #expect(table.create(id: nil).contains(") WITH comment = 'Who"))
    }

    @Test("the lock is taken if there is no row, for a time")
    func acquire() throws {
        let statement = try table.acquire(holder, ttlSeconds: 60)
        #expect(
            statement.cql == """
                INSERT INTO app.cqlmig_lock (name, owner, host, pid, operator, ci_url, since, renewed) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS USING TTL ?
                """)
        #expect(
            statement.values == [
                text("migrations"), owner, text("build-7"), long(0x12, 0x67), text("ann"), text("https://ci/1"),
                long(0x03, 0xe8), long(0x07, 0xd0), .bytes([0, 0, 0, 60]),
            ])
    }

    @Test("every column but the key is written anew if the row is still ours, since each cell has its own end")
    func renew() throws {
        let statement = try table.renew(holder, ttlSeconds: 60)
        #expect(
            statement.cql == """
                UPDATE app.cqlmig_lock USING TTL ? SET owner = ?, host = ?, pid = ?, operator = ?, ci_url = ?, \
                since = ?, renewed = ? WHERE name = ? IF owner = ?
                """)
        #expect(
            statement.values == [
                .bytes([0, 0, 0, 60]), owner, text("build-7"), long(0x12, 0x67), text("ann"), text("https://ci/1"),
                long(0x03, 0xe8), long(0x07, 0xd0), text("migrations"), owner,
            ])
        let columns = ["owner", "host", "pid", "operator", "ci_url", "since", "renewed"]
        for column in columns {
            #expect(table.create(id: nil).contains("    \(column) "))
            #expect(statement.cql.contains("\(column) = ?"))
        }
    }

    @Test("the lock is given back if the row is still ours")
    func release() throws {
        let statement = try table.release(owner: holder.owner)
        #expect(statement.cql == "DELETE FROM app.cqlmig_lock WHERE name = ? IF owner = ?")
        #expect(statement.values == [text("migrations"), owner])
    }

    @Test("who holds it, and for how long yet")
    func select() throws {
        let statement = try table.select(consistency: .serial)
        #expect(
            statement.cql == """
                SELECT owner, host, pid, operator, ci_url, since, renewed, TTL(owner) AS ttl FROM app.cqlmig_lock \
                WHERE name = ?
                """)
        #expect(statement.consistency == .serial)
    }

    private func row(_ cells: [(name: String, type: CQLType, value: CQLValue?)]) throws -> Row {
        try #require(Array(try AnswerTable(row: cells).encoded()).first)
    }

    @Test("a holder is read from a row, with the end of the lock where the row tells it")
    func reads() throws {
        var cells: [(name: String, type: CQLType, value: CQLValue?)] = [
            ("owner", .uuid, .uuid(holder.owner)), ("host", .text, .text("build-7")), ("pid", .bigint, .bigint(4711)),
            ("operator", .text, .text("ann")), ("ci_url", .text, .text("https://ci/1")),
            ("since", .timestamp, .timestamp(1000)), ("renewed", .timestamp, .timestamp(2000)),
        ]
        #expect(try table.read(try row(cells)) == holder)
        cells.append(("ttl", .int, .int(33)))
        #expect(try table.read(try row(cells))?.expiresInSeconds == 33)
    }

    @Test("a row without an owner is nobody's, and a missing column no reason to fail")
    func readsRemains() throws {
        #expect(try table.read(try row([("[applied]", .boolean, .boolean(false))])) == nil)
        #expect(try table.read(try row([("owner", .uuid, nil)])) == nil)
        // What Cassandra shows of a row whose owner is another than the condition says.
        let refused = try table.read(
            try row([("[applied]", .boolean, .boolean(false)), ("owner", .uuid, .uuid(UUID(number: 6)))]))
        #expect(refused?.owner == UUID(number: 6))
        #expect(refused?.host == "")
    }
}
