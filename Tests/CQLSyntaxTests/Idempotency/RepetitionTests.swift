import CQLSyntax
import Testing

/// What comes of running a statement twice.
@Suite struct RepetitionTests {
    @Test(
        "these may be run twice",
        arguments: [
            "INSERT INTO t (id, v) VALUES (1, 'a')",
            "INSERT INTO t (id, v) VALUES (1, 'a') USING TTL 10 AND TIMESTAMP 5",
            "INSERT INTO t JSON '{\"id\": 1}'",
            "INSERT INTO t (id, v) VALUES (1, intAsBlob(3))",
            "INSERT INTO t (id, v) VALUES (1, system.text_as_blob('x'))",
            "UPDATE t SET v = 'a' WHERE id = 1",
            "UPDATE t SET s = s + {1, 2} WHERE id = 1",
            "UPDATE t SET m = m + {'a': 1}, s = s - {3} WHERE id = 1",
            "UPDATE t SET l = l - [1] WHERE id = 1",
            "UPDATE t SET m['a'] = 1, u.f = 2 WHERE id IN (1, 2)",
            "DELETE FROM t WHERE id = 1 AND c > 3",
            "DELETE m['a'], v FROM t WHERE id = 1",
            "BEGIN BATCH INSERT INTO t (id) VALUES (1); DELETE FROM t WHERE id = 2; APPLY BATCH",
            "TRUNCATE t", "SELECT * FROM t", "USE k", "GRANT SELECT ON t TO r", "ALTER ROLE r WITH LOGIN = true",
            "CREATE ROLE IF NOT EXISTS r", "DROP ROLE IF EXISTS r",
        ])
    func harmless(text: String) throws {
        #expect(try StatementTree(parsing: text).repetition == .harmless)
    }

    @Test(
        "these may not, and say why",
        arguments: [
            ("INSERT INTO t (id, v) VALUES (1, now())", "now() may give another value each time"),
            ("INSERT INTO t (id, v) VALUES (1, [uuid()])", "uuid() may give another value each time"),
            (
                "INSERT INTO t (id, v) VALUES (1, todate(current_timestamp()))",
                "current_timestamp() may give another value each time"
            ),
            ("INSERT INTO t (id, v) VALUES (1, f(3))", "f() may give another value each time"),
            ("INSERT INTO t (id, v) VALUES (1, k.intasblob(3))", "intasblob() may give another value each time"),
            ("INSERT INTO t (id) VALUES (1) IF NOT EXISTS", "its condition may not hold a second time"),
            ("UPDATE t SET v = 1 WHERE id = 1 IF v = 2", "its condition may not hold a second time"),
            ("DELETE FROM t WHERE id = 1 IF EXISTS", "its condition may not hold a second time"),
            ("UPDATE t SET c = c + 1 WHERE id = 1", "it may add to a list or a counter"),
            ("UPDATE t SET c = c - 1 WHERE id = 1", "it may subtract from a counter"),
            ("UPDATE t SET l = l + [1] WHERE id = 1", "it adds to a list"),
            ("UPDATE t SET l = [1] + l WHERE id = 1", "it adds to a list"),
            ("UPDATE t SET v = 1 WHERE id = now()", "now() may give another value each time"),
            ("DELETE l[0] FROM t WHERE id = 1", "it may delete an element of a list by its place"),
            ("BEGIN COUNTER BATCH UPDATE t SET c = c + 1 WHERE id = 1; APPLY BATCH", "it adds to counters"),
            ("BEGIN BATCH INSERT INTO t (id) VALUES (uuid()); APPLY BATCH", "uuid() may give another value each time"),
            ("CREATE ROLE r", "without IF NOT EXISTS the second time is an error"),
            ("CREATE TABLE t (id int PRIMARY KEY)", "what it makes or drops cannot be made or dropped twice"),
        ])
    func harmful(text: String, reason: String) throws {
        #expect(try StatementTree(parsing: text).repetition == .harmful(reason))
    }
}
