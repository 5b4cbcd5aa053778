import CQLSyntax
import Testing

@testable import SchemaModel

@Suite struct QuotedChecksTests {
    private func replay(_ statements: String...) throws -> SchemaReplay {
        var replay = SchemaReplay(
            release: .v60, keyspace: "k",
            catalogue: Catalogue(keyspaces: ["k": Keyspace(name: "k", replication: .simple(1))]))
        for statement in statements { try replay.run(try StatementTree(parsing: statement)) }
        return replay
    }

    @Test("a CREATE TABLE cannot have the condition of a name that needs quotes, an ALTER TABLE can")
    func refused() throws {
        let refusal = #expect(throws: SchemaRefusal.self) {
            _ = try replay(#"CREATE TABLE t (k int PRIMARY KEY, "A" int CHECK "A" > 1)"#)
        }
        #expect(
            refusal?.message
                == #"Constraint a > 1 was not specified on a column it operates on: "A" but on: a"#)
        #expect(throws: SchemaRefusal.self) {
            _ = try replay(#"CREATE TABLE t (k int PRIMARY KEY, "a b" int CHECK "a b" > 1)"#)
        }
        _ = try replay(
            #"CREATE TABLE t (k int PRIMARY KEY, "A" int CHECK NOT NULL, "a b" int)"#,
            #"ALTER TABLE t ALTER "a b" CHECK "a b" > 1"#)
    }

    @Test("DESCRIBE writes what the server writes; the script and the plan make the table again")
    func written() throws {
        let made = try replay(
            #"CREATE TABLE t (k int PRIMARY KEY, "A" int)"#, #"ALTER TABLE t ALTER "A" CHECK "A" > 1 AND "A" < 5"#,
            "COMMENT ON COLUMN t.k IS 'the key'")
        let keyspace = try #require(made.catalogue["k"])
        let describer = Describer(release: .v60)
        #expect(
            describer.elements(of: keyspace).contains { $0.statement.contains(#""A" int CHECK A > 1 AND A < 5"#) })
        let script = describer.script(of: keyspace).filter { $0.kind != .keyspace }.map(\.statement)
            .joined(separator: "\n")
        let plan = SchemaPlan(
            from: Keyspace(name: "k", replication: .simple(1)), to: keyspace, .init(release: .v60))
        #expect(plan.impossible.isEmpty)
        for text in [script, plan.steps.compactMap(\.statement).joined(separator: "\n")] {
            var again = try replay()
            for statement in ParsedScript(SourceText(name: "script", text: text)).up {
                try again.run(try statement.tree(for: .v60))
            }
            #expect(again.catalogue["k"]?.differences(to: keyspace, release: .v60).isEmpty == true, "\(text)")
        }
    }
}
