import Testing

@testable import CQLLint

@Suite struct GCGraceLowTests {
    @Test("deletions are forgotten within a day")
    func found() {
        expectFindings(of: .gcGraceLow, in: "ALTER TABLE users WITH «gc_grace_seconds = 0»;")
        expectFindings(
            of: .gcGraceLow, in: "CREATE TABLE t (id int PRIMARY KEY) WITH comment = 'x' AND «gc_grace_seconds = 3600»;"
        )
    }

    @Test("a day and more, and rows that expire by themselves")
    func silent() {
        expectFindings(of: .gcGraceLow, in: "ALTER TABLE users WITH gc_grace_seconds = 86400;")
        expectFindings(
            of: .gcGraceLow,
            in: "CREATE TABLE t (id int PRIMARY KEY) WITH gc_grace_seconds = 10800 AND default_time_to_live = 3600;")
    }
}
