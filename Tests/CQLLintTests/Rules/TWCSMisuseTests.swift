import Testing

@testable import CQLLint

@Suite struct TWCSMisuseTests {
    @Test("rows without an end, and too many windows")
    func found() {
        expectFindings(
            of: .twcsMisuse,
            in:
                "CREATE TABLE t (id int PRIMARY KEY) WITH «compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1»};"
        )
        expectFindings(
            of: .twcsMisuse,
            in:
                "CREATE TABLE t (id int PRIMARY KEY) WITH «compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1»} AND default_time_to_live = 864000;"
        )
        expectFindings(
            of: .twcsMisuse,
            in:
                "ALTER TABLE users WITH «compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1»};",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
    }

    @Test("rows that expire")
    func silent() {
        expectFindings(
            of: .twcsMisuse,
            in:
                "CREATE TABLE t (id int PRIMARY KEY) WITH compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1} AND default_time_to_live = 86400;"
        )
        expectFindings(
            of: .twcsMisuse,
            in:
                "ALTER TABLE e WITH compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1};",
            others: ["V1__a.cql": "CREATE TABLE e (id int PRIMARY KEY) WITH default_time_to_live = 86400;"])
        expectFindings(
            of: .twcsMisuse,
            in: "CREATE TABLE t (id int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'};")
    }
}
