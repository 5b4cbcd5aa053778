import CQLNode
import CQLSyntax
import CQLWire
import Testing

@Suite struct BindingTests {
    @Test("values are taken by position and by name")
    func binds() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v text)")
        try session.run("INSERT INTO t (k, v) VALUES (?, ?)", .positional([.bytes([0, 0, 0, 1]), .bytes([97])]))
        try session.run(
            "INSERT INTO t (k, v) VALUES (:a, :b)",
            .named([.init(name: "b", value: .bytes([98])), .init(name: "a", value: .bytes([0, 0, 0, 2]))])
        )
        #expect(try session.rows("SELECT v FROM t WHERE k = 1") == [[.text("a")]])
        #expect(try session.rows("SELECT v FROM t WHERE k = ?", .positional([.bytes([0, 0, 0, 2])])) == [[.text("b")]])
    }

    @Test("an unset value leaves a column alone, and null deletes it")
    func unset() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v int, w int)")
        try session.run("INSERT INTO t (k, v, w) VALUES (1, 2, 3)")
        try session.run("UPDATE t SET v = ?, w = ? WHERE k = 1", .positional([.unset, .null]))
        #expect(try session.rows("SELECT v, w FROM t") == [[.int(2), nil]])
    }

    /// A bound value that is refused.
    struct Refused: CustomTestStringConvertible, Sendable {
        let column: String
        let value: BoundValue
        let message: String
        var testDescription: String { message }

        init(_ column: String, _ value: BoundValue, _ message: String) {
            self.column = column
            self.value = value
            self.message = message
        }
    }

    static let refused: [Refused] = [
        Refused("i", .bytes([1, 2]), "Expected 4 or 0 byte int (2)"),
        Refused("b", .bytes([1]), "Expected 8 or 0 byte long (1)"),
        Refused("sm", .bytes([1]), "Expected 2 bytes for a smallint (1)"),
        Refused("u", .bytes([1]), "UUID should be 16 or 0 bytes (1)"),
        Refused("t", .bytes([0xff]), "String didn't validate."),
        Refused("l", .bytes([0, 0, 0]), "Not enough bytes to read a list"),
        Refused("k", .null, "Invalid null value in condition for column k"),
        Refused("k", .unset, "Invalid unset value for column k"),
    ]

    @Test("bytes that are no value of the column's type are refused", arguments: refused)
    func refuses(_ case: Refused) throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, i int, b bigint, sm smallint, u uuid, t text, l list<int>)")
        let text =
            `case`.column == "k" ? "INSERT INTO t (k) VALUES (?)" : "INSERT INTO t (k, \(`case`.column)) VALUES (1, ?)"
        #expect(try session.refusal(text, .positional([`case`.value])) == `case`.message)
    }

    @Test("a wrong number of values is refused in the words for a text and for a prepared statement")
    func number() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY)")
        #expect(try session.refusal("SELECT * FROM t WHERE k = ?") == "Invalid amount of bind variables")
        session.context.isPrepared = true
        #expect(
            try session.refusal("SELECT * FROM t WHERE k = ?", .positional([.null, .null]))
                == "there were 1 markers(?) in CQL but 2 bound variables")
    }

    @Test("a BATCH request executes all of its writes or none")
    func batch() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int, c int, v int, PRIMARY KEY (k, c))")
        let insert = try StatementTree(parsing: "INSERT INTO t (k, c, v) VALUES (1, ?, ?) IF NOT EXISTS")
        func entry(_ c: UInt8, _ v: UInt8) -> BatchEntry {
            BatchEntry(insert, .positional([.bytes([0, 0, 0, c]), .bytes([0, 0, 0, v])]))
        }
        let first = try session.database.executeBatch(
            .logged, [entry(1, 1), entry(2, 2)], catalogue: session.catalogue, context: session.context)
        guard case .rows(let applied) = first.outcome else { throw Missing() }
        #expect(applied.rows == [[[1]]])
        let second = try session.database.executeBatch(
            .logged, [entry(3, 3), entry(2, 9)], catalogue: session.catalogue, context: session.context)
        guard case .rows(let refused) = second.outcome else { throw Missing() }
        #expect(refused.columns.map(\.name) == ["[applied]", "k", "c", "v"])
        #expect(refused.rows == [[[0], [0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 2]]])
        #expect(try session.rows("SELECT c FROM t") == [[.int(1)], [.int(2)]])
    }

    private struct Missing: Error {}

    @Test("a page goes on behind the row on which the one before ended, whatever was written in between")
    func paging() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int, c int, PRIMARY KEY (k, c))")
        for number in [1, 3, 5, 7] { try session.run("INSERT INTO t (k, c) VALUES (1, \(number))") }
        session.context.pageSize = 2
        guard case .rows(let page) = try session.run("SELECT c FROM t").outcome else { throw Missing() }
        #expect(page.rows == [[[0, 0, 0, 1]], [[0, 0, 0, 3]]])
        try session.run("DELETE FROM t WHERE k = 1 AND c = 3")
        try session.run("INSERT INTO t (k, c) VALUES (1, 2)")
        try session.run("INSERT INTO t (k, c) VALUES (1, 4)")
        session.context.pagingState = page.pagingState
        #expect(try session.rows("SELECT c FROM t") == [[.int(4)], [.int(5)]])
        session.context.pagingState = [9, 9]
        #expect(try session.refusal("SELECT c FROM t") == "Invalid value for the paging state")
    }

    @Test("a decimal whose zeros alone would fill the memory is refused as an integer")
    func wideDecimal() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, d decimal)")
        try session.run("INSERT INTO t (k, d) VALUES (1, 1E2000000000)")
        let message = "The embedded node does not write a decimal with so many zeros as varint"
        #expect(try session.refusal("SELECT cast(d AS varint) FROM t") == message)
        #expect(try session.refusal("SELECT round(d) FROM t") == message)
    }
}
