import Foundation
import Testing

/// Statements that change data and no schema.
struct DataStatements {
    let nodes: [String]

    /// A batch is one statement, and nobody waits for the schema behind it, nor behind any other change of data.
    func withoutAgreement() async throws {
        let project = try Project("data_statements", nodes)
        try await project.expect(0, "init")
        try project.write(
            "V1__data.cql",
            """
            CREATE TABLE t (id int PRIMARY KEY);
            BEGIN BATCH
            INSERT INTO t(id) VALUES (1);
            INSERT INTO t(id) VALUES (2);
            APPLY BATCH;
            INSERT INTO t(id) VALUES (3);
            DELETE FROM t WHERE id = 1;
            """)
        let statements = try await project.expect(0, "migrate", "--json").statements(of: "V1__data.cql")
        #expect(statements.compactMap { $0["index"] as? Int } == [1, 2, 3, 4])
        #expect(statements.map { $0["agreement_ms"] is Int } == [true, false, false, false], "\(statements)")
        #expect(statements.dropFirst().allSatisfy { $0["agreement_ms"] is NSNull })
        #expect(try await Tables.count("SELECT id FROM \(project.keyspace).t", in: project) == 2)
        let outcomes = try await project.events().filter { $0.kind == "statement-outcome" }
        #expect(outcomes.compactMap(\.statement) == [1, 2, 3, 4])
        #expect(outcomes.map { $0.detail?.contains("agreement after") } == [true, false, false, false], "\(outcomes)")
    }
}
