import Testing

@testable import CQLLint

@Suite struct ForeignKeyspaceTests {
    @Test("a keyspace that is not the one of the configuration")
    func found() {
        expectFindings(of: .foreignKeyspace, in: "CREATE TABLE «other».users (id int PRIMARY KEY);", keyspace: "shop")
        expectFindings(of: .foreignKeyspace, in: "INSERT INTO «\"Other\"».users (id) VALUES (1);", keyspace: "shop")
        expectFindings(of: .foreignKeyspace, in: "CREATE INDEX i ON «other».users (n);", keyspace: "shop")
    }

    @Test("the one that is migrated, those of the server, and nothing that is known")
    func silent() {
        expectFindings(of: .foreignKeyspace, in: "CREATE TABLE shop.users (id int PRIMARY KEY);", keyspace: "shop")
        expectFindings(of: .foreignKeyspace, in: "SELECT key FROM system.local;", keyspace: "shop")
        expectFindings(of: .foreignKeyspace, in: "CREATE TABLE other.users (id int PRIMARY KEY);")
        expectFindings(of: .foreignKeyspace, in: "CREATE TABLE users (id int PRIMARY KEY);", keyspace: "shop")
    }
}
