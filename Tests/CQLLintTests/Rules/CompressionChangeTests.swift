import Testing

@testable import CQLLint

@Suite struct CompressionChangeTests {
    @Test("a table or a view that is there gets another compression")
    func found() {
        expectFindings(
            of: .compressionChange, in: "ALTER TABLE users WITH «compression = {'class': 'DeflateCompressor'»};")
        expectFindings(
            of: .compressionChange, in: "ALTER MATERIALIZED VIEW v WITH «compression = {'class': 'DeflateCompressor'»};"
        )
    }

    @Test("a new one has it from the start")
    func silent() {
        expectFindings(
            of: .compressionChange,
            in: "CREATE TABLE t (id int PRIMARY KEY) WITH compression = {'class': 'DeflateCompressor'};")
    }
}
