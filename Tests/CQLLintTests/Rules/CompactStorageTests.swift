import Testing

@testable import CQLLint

@Suite struct CompactStorageTests {
    @Test("a new table with compact storage")
    func found() {
        expectFindings(of: .compactStorage, in: "CREATE TABLE «t» (id int PRIMARY KEY, v int) WITH COMPACT STORAGE;")
    }

    @Test("a table without")
    func silent() {
        expectFindings(
            of: .compactStorage, in: "CREATE TABLE t (id int PRIMARY KEY, v int) WITH comment = 'COMPACT STORAGE';")
        expectFindings(of: .compactStorage, in: "ALTER TABLE t DROP COMPACT STORAGE;")
    }
}
