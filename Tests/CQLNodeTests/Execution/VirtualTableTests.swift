import CQLNode
import CQLWire
import Testing

@Suite struct VirtualTableTests {
    struct Peers: VirtualTables {
        let shape = TableShape(
            keyspace: "system",
            name: "peers",
            columns: [
                ColumnShape("peer", .text, kind: .partitionKey(0)), ColumnShape("tokens", .set(.text)),
                ColumnShape("rack", .text),
            ]
        )

        func hasKeyspace(_ name: String) -> Bool { name == "system" }
        func table(_ name: String, in keyspace: String) -> TableShape? { name == "peers" ? shape : nil }
        func rows(of name: String, in keyspace: String) -> [VirtualRow] {
            [
                ["peer": .text("a"), "tokens": .set([.text("1")]), "rack": .text("r1")],
                ["peer": .text("b"), "rack": .text("r2")],
            ]
        }
    }

    @Test("a table that is not stored is read like any other")
    func reads() throws {
        var session = try Session()
        session.context.virtualTables = Peers()
        #expect(
            try session.rows("SELECT * FROM system.peers WHERE peer = 'a'")
                == [[.text("a"), .text("r1"), .set([.text("1")])]])
        #expect(try session.rows("SELECT count(*) FROM system.peers") == [[.bigint(2)]])
        #expect(try session.rows("SELECT peer FROM system.peers WHERE rack = 'r2' ALLOW FILTERING") == [[.text("b")]])
        #expect(try session.refusal("SELECT * FROM system.nope") == "table nope does not exist")
        #expect(try session.run("USE system").outcome == .setKeyspace("system"))
    }
}
