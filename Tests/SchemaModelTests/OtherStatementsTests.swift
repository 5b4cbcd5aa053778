import CQLSyntax
import SchemaModel
import Testing

@Suite struct OtherStatementsTests {
    @Test(
        "statements that are not about the schema change nothing and are told apart",
        arguments: [
            "CREATE ROLE r WITH LOGIN = true", "ALTER ROLE r WITH PASSWORD = 'x'", "DROP ROLE r", "CREATE USER u",
            "ALTER USER u SUPERUSER", "DROP USER u", "ADD IDENTITY 'i' TO ROLE 'r'", "DROP IDENTITY 'i'",
            "GRANT SELECT ON KEYSPACE k TO r", "REVOKE SELECT ON KEYSPACE k FROM r", "GRANT a TO b",
            "REVOKE a FROM b", "LIST ROLES", "LIST ALL PERMISSIONS", "LIST USERS", "INSERT INTO k.t (k) VALUES (1)",
            "BEGIN TRANSACTION INSERT INTO k.t (k) VALUES (1); COMMIT TRANSACTION",
        ])
    func noEffect(statement: String) throws {
        var catalogue = Catalogue()
        let context = SchemaContext(release: .v60, keyspace: "k", newTableID: Recording.id(1), now: 0)
        #expect(try catalogue.apply(StatementTree(parsing: statement), in: context) == nil)
        #expect(catalogue == Catalogue())
    }

    @Test(
        "what a configuration does not allow is refused in its words",
        arguments: [
            (CassandraRelease.v311, "enable_user_defined_functions"), (.v41, "user_defined_functions_enabled"),
            (.v60, "user_defined_functions_enabled"),
        ])
    func disabled(release: CassandraRelease, setting: String) throws {
        var catalogue = Catalogue(keyspaces: ["k": Keyspace(name: "k", replication: .simple(1))])
        let context = SchemaContext(
            release: release, keyspace: "k", newTableID: Recording.id(1), now: 0,
            settings: NodeSettings(asDeliveredWith: release))
        let function = try StatementTree(
            parsing: "CREATE FUNCTION f () CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return 1;'")
        let refusal = #expect(throws: SchemaRefusal.self) { try catalogue.apply(function, in: context) }
        #expect(
            refusal?.message
                == "User-defined functions are disabled in cassandra.yaml - set \(setting)=true to enable")
        _ = try catalogue.apply(StatementTree(parsing: "CREATE TABLE t (k int PRIMARY KEY, v int)"), in: context)
        let view = try StatementTree(
            parsing: "CREATE MATERIALIZED VIEW v AS SELECT * FROM t WHERE k IS NOT NULL AND v IS NOT NULL "
                + "PRIMARY KEY (v, k)")
        if release == .v311 {
            #expect(try catalogue.apply(view, in: context)?.change != nil)
        } else {
            let refusal = #expect(throws: SchemaRefusal.self) { try catalogue.apply(view, in: context) }
            #expect(refusal?.message == "Materialized views are disabled. Enable in cassandra.yaml to use.")
        }
    }
}
