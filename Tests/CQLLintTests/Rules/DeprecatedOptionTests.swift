import Testing

@testable import CQLLint

@Suite struct DeprecatedOptionTests {
    @Test("what the release has and a later one has not")
    func found() {
        expectFindings(
            of: .deprecatedOption, in: "CREATE TABLE t (id int PRIMARY KEY) WITH «read_repair_chance = 0.1»;",
            platform: .cassandra311)
        expectFindings(
            of: .deprecatedOption,
            in: "ALTER TABLE users WITH «compaction = {'class': 'DateTieredCompactionStrategy'»};",
            platform: .cassandra41)
        expectFindings(
            of: .deprecatedOption,
            in:
                "CREATE TABLE t (id int PRIMARY KEY) WITH compression = {«'sstable_compression': 'LZ4Compressor'», «'chunk_length_kb': 64»};",
            platform: .cassandra41)
    }

    @Test("what is refused is another rule, and what stays is in order")
    func silent() {
        expectFindings(of: .deprecatedOption, in: "CREATE TABLE t (id int PRIMARY KEY) WITH read_repair_chance = 0.1;")
        expectFindings(
            of: .deprecatedOption,
            in:
                "CREATE TABLE t (id int PRIMARY KEY) WITH compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': 64};",
            platform: .cassandra41)
    }
}
