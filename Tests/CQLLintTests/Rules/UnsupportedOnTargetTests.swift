import Testing

@testable import CQLLint

@Suite struct UnsupportedOnTargetTests {
    @Test("what the documentation of the platform leaves out")
    func found() {
        expectFindings(
            of: .unsupportedOnTarget, in: "«CREATE INDEX i ON users (n)»;",
            ["Amazon Keyspaces has no secondary indexes."], platform: .keyspaces)
        expectFindings(of: .unsupportedOnTarget, in: "«TRUNCATE users»;", platform: .keyspaces)
        expectFindings(of: .unsupportedOnTarget, in: "«ALTER TYPE a ADD f int»;", platform: .keyspaces)
        expectFindings(
            of: .unsupportedOnTarget,
            in: "«CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}»;",
            platform: .astra)
        expectFindings(of: .unsupportedOnTarget, in: "«CREATE AGGREGATE g (int) SFUNC f STYPE int»;", platform: .astra)
        expectFindings(of: .unsupportedOnTarget, in: "«CREATE TRIGGER g ON users USING 'x'»;", platform: .scylla)
    }

    @Test("what it has, and servers of Cassandra")
    func silent() {
        expectFindings(
            of: .unsupportedOnTarget,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};",
            platform: .keyspaces)
        expectFindings(of: .unsupportedOnTarget, in: "CREATE INDEX i ON users (n);", platform: .astra)
        expectFindings(of: .unsupportedOnTarget, in: "TRUNCATE users;", platform: .cassandra50)
        expectFindings(of: .unsupportedOnTarget, in: "TRUNCATE users;")
    }
}
