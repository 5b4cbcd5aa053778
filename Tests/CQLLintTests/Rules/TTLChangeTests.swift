import Testing

@testable import CQLLint

@Suite struct TTLChangeTests {
    @Test("a table that is there gets another time to live")
    func found() {
        expectFindings(of: .ttlChange, in: "ALTER TABLE users WITH «default_time_to_live = 60»;")
    }

    @Test("a new table has one")
    func silent() {
        expectFindings(of: .ttlChange, in: "CREATE TABLE t (id int PRIMARY KEY) WITH default_time_to_live = 60;")
        expectFindings(of: .ttlChange, in: "ALTER TABLE users WITH comment = 'x';")
    }
}
