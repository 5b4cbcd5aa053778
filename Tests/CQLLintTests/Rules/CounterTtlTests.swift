import Testing

@testable import CQLLint

@Suite struct CounterTtlTests {
    @Test("counters that are to expire")
    func found() {
        expectFindings(
            of: .counterTtl, in: "«CREATE TABLE n (id int PRIMARY KEY, n counter) WITH default_time_to_live = 60»;")
        expectFindings(of: .counterTtl, in: "UPDATE n USING TTL 60 SET «n» = n + 1 WHERE id = 1;")
        expectFindings(of: .counterTtl, in: "UPDATE n USING TTL 60 SET «n» -= 1 WHERE id = 1;")
        expectFindings(
            of: .counterTtl, in: "«ALTER TABLE n WITH default_time_to_live = 60»;",
            others: ["V1__a.cql": "CREATE TABLE n (id int PRIMARY KEY, n counter);"])
    }

    @Test("other values, and counters that stay")
    func silent() {
        expectFindings(of: .counterTtl, in: "UPDATE t USING TTL 60 SET v = 1 WHERE id = 1;")
        expectFindings(of: .counterTtl, in: "UPDATE n SET n = n + 1 WHERE id = 1;")
        expectFindings(
            of: .counterTtl, in: "CREATE TABLE t (id int PRIMARY KEY, v int) WITH default_time_to_live = 60;")
    }
}
