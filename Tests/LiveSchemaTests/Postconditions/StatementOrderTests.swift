import LiveSchema
import Testing

/// What may still be looked for of a statement that others have followed.
@Suite struct StatementOrderTests {
    struct Item: Sendable, CustomTestStringConvertible {
        let first: String
        let second: String
        let remainder: Postcondition.Remainder
        var testDescription: String { "\(first), then \(second)" }
    }

    private static let table = "CREATE TABLE t (id int PRIMARY KEY, v text)"

    static let items = [
        Item(first: table, second: "CREATE TABLE u (id int PRIMARY KEY)", remainder: .whole),
        Item(first: table, second: "CREATE TABLE o.t (id int PRIMARY KEY)", remainder: .whole),
        Item(first: table, second: "ALTER TABLE t ADD w int", remainder: .existence),
        Item(first: table, second: "ALTER TABLE t WITH comment = ''", remainder: .existence),
        Item(first: table, second: "CREATE INDEX i ON t (v)", remainder: .whole),
        Item(first: table, second: "DROP TABLE t", remainder: .nothing),
        Item(first: table, second: "DROP KEYSPACE k", remainder: .nothing),
        Item(first: "DROP TABLE t", second: table, remainder: .nothing),
        Item(first: "ALTER TABLE t ADD w int", second: "ALTER TABLE t ADD x int", remainder: .whole),
        Item(first: "ALTER TABLE t ADD w int", second: "ALTER TABLE t DROP w", remainder: .nothing),
        Item(first: "ALTER TABLE t ADD w int", second: "DROP TABLE k.t", remainder: .nothing),
        Item(first: "ALTER TABLE t RENAME a TO b", second: "ALTER TABLE t RENAME b TO c", remainder: .nothing),
        Item(
            first: "ALTER TABLE t WITH comment = 'a'", second: "ALTER TABLE t WITH comment = 'b'", remainder: .nothing),
        Item(first: "CREATE INDEX i ON t (v)", second: "DROP INDEX i", remainder: .nothing),
        Item(first: "CREATE INDEX ON t (v)", second: "DROP INDEX t_v_idx", remainder: .nothing),
        Item(first: "CREATE INDEX i ON t (v)", second: "DROP TABLE t", remainder: .nothing),
        Item(first: "CREATE TYPE u (a int)", second: "ALTER TYPE u ADD b int", remainder: .existence),
        Item(first: "CREATE TYPE u (a int)", second: "DROP TYPE u", remainder: .nothing),
    ]

    @Test("what is left of a statement after another", arguments: items)
    func remainder(item: Item) throws {
        let first = try #require(try Postcondition(item.first))
        let second = try #require(try Postcondition(item.second))
        #expect(first.remainder(after: second) == item.remainder)
    }
}
