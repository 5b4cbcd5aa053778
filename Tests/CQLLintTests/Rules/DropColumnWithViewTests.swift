import Testing

@testable import CQLLint

@Suite struct DropColumnWithViewTests {
    @Test("a column of a table with a view, whether the view has it or not")
    func found() {
        expectFindings(
            of: .dropColumnWithView, in: "«ALTER TABLE t DROP v»;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (k int PRIMARY KEY, v int, w text); CREATE MATERIALIZED VIEW m AS SELECT k, v FROM t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k);"
            ])
        expectFindings(
            of: .dropColumnWithView, in: "«ALTER TABLE t DROP w»;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (k int PRIMARY KEY, v int, w text); CREATE MATERIALIZED VIEW m AS SELECT k, v FROM t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k);"
            ], platform: .cassandra311)
    }

    @Test("when the view is gone it may, and a column may come")
    func silent() {
        expectFindings(
            of: .dropColumnWithView,
            in:
                """
                DROP MATERIALIZED VIEW m;
                ALTER TABLE t DROP w;
                """,
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (k int PRIMARY KEY, v int, w text); CREATE MATERIALIZED VIEW m AS SELECT k, v FROM t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k);"
            ])
        expectFindings(
            of: .dropColumnWithView, in: "ALTER TABLE t ADD x int;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (k int PRIMARY KEY, v int, w text); CREATE MATERIALIZED VIEW m AS SELECT k, v FROM t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k);"
            ])
        expectFindings(
            of: .dropColumnWithView, in: "ALTER TABLE u DROP w;",
            others: ["V1__a.cql": "CREATE TABLE u (k int PRIMARY KEY, w text);"])
    }
}
