import CQLSyntax
import CQLWire
import SchemaModel
import Testing

@testable import CQLNode

@Suite struct UserFunctionTests {
    /// A node that allows functions, with a table, a function and an aggregate.
    private func executor() throws -> CQLExecutor {
        var plan = ClusterPlan(release: .v50, startTime: 0)
        plan.settings.userFunctions = true
        var executor = CQLExecutor(plan)
        for statement in [
            "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            "CREATE TABLE k.t (k int PRIMARY KEY, v int)",
            "CREATE FUNCTION k.plus (a int, b int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return a;'",
            "CREATE AGGREGATE k.total (int) SFUNC plus STYPE int",
        ] {
            _ = try executor.execute(statement, .none, at: 1, Self.context)
        }
        return executor
    }

    private static let context = ExecutionContext(now: 1, entropy: 1)

    @Test(
        "a call of a user's function is refused by name: this node runs no bodies",
        arguments: [
            (
                "SELECT k.plus(k, v) FROM k.t",
                "The user-defined function k.plus is in java, and this node does not run user-defined functions"
            ),
            (
                "INSERT INTO k.t (k, v) VALUES (1, k.plus(1, 2))",
                "The user-defined function k.plus is in java, and this node does not run user-defined functions"
            ),
            (
                "SELECT total(v) FROM k.t",
                "k.total is a user-defined aggregate, and this node does not run user-defined functions"
            ),
        ])
    func call(statement: String, message: String) throws {
        var executor = try executor()
        let error = #expect(throws: ServerError.self) {
            try executor.execute(statement, .none, at: 1, Self.context)
        }
        #expect(error?.code == .invalid)
        #expect(error?.message == message)
    }
}
