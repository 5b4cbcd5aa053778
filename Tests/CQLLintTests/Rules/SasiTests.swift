import Testing

@testable import CQLLint

@Suite struct SasiTests {
    @Test("an index of the experiment")
    func found() {
        expectFindings(
            of: .sasi, in: "CREATE CUSTOM INDEX i ON users (n) USING «'org.apache.cassandra.index.sasi.SASIIndex'»;")
    }

    @Test("another one, and on the release that takes it")
    func silent() {
        expectFindings(of: .sasi, in: "CREATE CUSTOM INDEX i ON users (n) USING 'StorageAttachedIndex';")
        expectFindings(
            of: .sasi, in: "CREATE CUSTOM INDEX i ON users (n) USING 'org.apache.cassandra.index.sasi.SASIIndex';",
            platform: .cassandra311)
    }
}
