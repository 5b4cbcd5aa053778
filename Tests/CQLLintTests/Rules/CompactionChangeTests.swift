import Testing

@testable import CQLLint

@Suite struct CompactionChangeTests {
    @Test("a table or a view that is there gets another strategy")
    func found() {
        expectFindings(
            of: .compactionChange, in: "ALTER TABLE users WITH «compaction = {'class': 'LeveledCompactionStrategy'»};")
        expectFindings(
            of: .compactionChange,
            in: "ALTER MATERIALIZED VIEW v WITH «compaction = {'class': 'LeveledCompactionStrategy'»};")
    }

    @Test("a new one has it from the start")
    func silent() {
        expectFindings(
            of: .compactionChange,
            in: "CREATE TABLE t (id int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'};")
        expectFindings(of: .compactionChange, in: "ALTER TABLE users WITH comment = 'x';")
    }
}
