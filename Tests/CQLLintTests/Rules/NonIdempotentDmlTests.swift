import Testing

@testable import CQLLint

@Suite struct NonIdempotentDmlTests {
    @Test("fresh values, counters and appends")
    func found() {
        expectFindings(of: .nonIdempotentDml, in: "INSERT INTO t (id) VALUES («uuid»());")
        expectFindings(of: .nonIdempotentDml, in: "INSERT INTO t (id, at) VALUES (1, toTimestamp(«now»()));")
        expectFindings(of: .nonIdempotentDml, in: "UPDATE n SET «n» = n + 1 WHERE id = 1;")
        expectFindings(of: .nonIdempotentDml, in: "UPDATE t SET «l» = l + ['x'] WHERE id = 1;")
        expectFindings(of: .nonIdempotentDml, in: "UPDATE t SET «l» = ['x'] + l WHERE id = 1;")
        expectFindings(
            of: .nonIdempotentDml,
            in:
                """
                BEGIN BATCH
                INSERT INTO t (id) VALUES («uuid»());
                INSERT INTO t (id) VALUES (1);
                APPLY BATCH;
                """)
    }

    @Test("values, sets and conditions")
    func silent() {
        expectFindings(of: .nonIdempotentDml, in: "INSERT INTO t (id, at) VALUES (1, '2026-01-01');")
        expectFindings(of: .nonIdempotentDml, in: "UPDATE t SET s = s + {'x'} WHERE id = 1;")
        expectFindings(of: .nonIdempotentDml, in: "INSERT INTO t (id, u) VALUES (1, uuid()) IF NOT EXISTS;")
    }
}
