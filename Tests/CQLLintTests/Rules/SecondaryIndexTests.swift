import Testing

@testable import CQLLint

@Suite struct SecondaryIndexTests {
    @Test("an index of the old kind")
    func found() {
        expectFindings(of: .secondaryIndex, in: "«CREATE INDEX i ON users (n)»;")
        expectFindings(of: .secondaryIndex, in: "«CREATE INDEX i ON users (n) USING 'legacy_local_table'»;")
        expectFindings(
            of: .secondaryIndex,
            in: "«CREATE CUSTOM INDEX i ON users (n) USING 'org.apache.cassandra.index.sasi.SASIIndex'»;",
            platform: .cassandra311)
    }

    @Test("an index that is attached to the storage")
    func silent() {
        expectFindings(of: .secondaryIndex, in: "CREATE INDEX i ON users (n) USING 'sai';")
        expectFindings(of: .secondaryIndex, in: "CREATE CUSTOM INDEX i ON users (n) USING 'StorageAttachedIndex';")
        expectFindings(
            of: .secondaryIndex,
            in: "CREATE CUSTOM INDEX i ON users (n) USING 'org.apache.cassandra.index.sasi.SASIIndex';")
    }
}
