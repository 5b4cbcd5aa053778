import Testing

@testable import CQLLint

@Suite struct RemovedOptionTests {
    @Test("what the release does not have")
    func found() {
        expectFindings(
            of: .removedOption, in: "«CREATE TABLE t (id int PRIMARY KEY) WITH read_repair_chance = 0.1»;",
            platform: .cassandra41)
        expectFindings(
            of: .removedOption,
            in: "«CREATE TABLE t (id int PRIMARY KEY) WITH compaction = {'class': 'DateTieredCompactionStrategy'}»;")
        expectFindings(
            of: .removedOption,
            in:
                "«CREATE TABLE t (id int PRIMARY KEY) WITH compression = {'class': 'LZ4Compressor', 'chunk_length_kb': 64}»;"
        )
        expectFindings(
            of: .removedOption,
            in: "«CREATE TABLE t (id int PRIMARY KEY) WITH compression = {'sstable_compression': 'LZ4Compressor'}»;")
        expectFindings(
            of: .removedOption, in: "«CREATE TABLE t (id int PRIMARY KEY) WITH no_such_option = 1»;",
            platform: .cassandra311)
    }

    @Test("what it has")
    func silent() {
        expectFindings(
            of: .removedOption, in: "CREATE TABLE t (id int PRIMARY KEY) WITH read_repair_chance = 0.1;",
            platform: .cassandra311)
        expectFindings(
            of: .removedOption,
            in: "CREATE TABLE t (id int PRIMARY KEY) WITH compaction = {'class': 'DateTieredCompactionStrategy'};",
            platform: .cassandra41)
        expectFindings(of: .removedOption, in: "CREATE TABLE t (id int PRIMARY KEY) WITH read_repair = 'NONE';")
    }
}
