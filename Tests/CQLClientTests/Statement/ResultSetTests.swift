import CQLWire
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

@Suite struct ResultSetTests {
    private func result(_ table: AnswerTable) throws -> ResultSet {
        ResultSet(.rows(try table.encoded()), warnings: [])
    }

    @Test("rows, their next page, and the warnings")
    func rows() throws {
        var table = AnswerTable([("a", .int)], [[.int(1)], [.int(2)]])
        table.pagingState = [7, 7]
        let result = ResultSet(.rows(try table.encoded()), warnings: ["w"])
        #expect(try result.rows.map { try $0.integer("a") } == [1, 2])
        #expect(result.pagingState == [7, 7])
        #expect(result.warnings == ["w"])
        #expect(result.schemaChange == nil)
        #expect(try result.wasApplied() == nil)
    }

    @Test("what a DDL changed")
    func schemaChange() {
        let change = SchemaChange(.created, .table(keyspace: "k", name: "t"))
        let result = ResultSet(.schemaChange(change), warnings: [])
        #expect(result.schemaChange == change)
        #expect(result.rows.isEmpty)
    }

    @Test("no rows are no condition", arguments: [QueryResult.void, .setKeyspace("k")])
    func noRows(answer: QueryResult) throws {
        #expect(try ResultSet(answer, warnings: []).wasApplied() == nil)
        #expect(try result(AnswerTable([("[applied]", .boolean)])).wasApplied() == nil)
    }

    @Test("whether a condition held is told by name, wherever the column stands and whatever stands beside it")
    func applied() throws {
        // Cassandra: one column when it held, the row or the columns of the condition when it did not.
        #expect(try result(AnswerTable(row: [("[applied]", .boolean, .boolean(true))])).wasApplied() == true)
        #expect(
            try result(
                AnswerTable(row: [("[applied]", .boolean, .boolean(false)), ("k", .int, .int(7))])
            ).wasApplied() == false)
        // Scylla: the columns in both cases, and for a batch a row for each statement.
        #expect(
            try result(
                AnswerTable(
                    [("owner", .uuid), ("[applied]", .boolean)],
                    [[.uuid(UUID(number: 1)), .boolean(true)], [nil, .boolean(true)]])
            ).wasApplied() == true)
    }

    @Test("an answer without a truth value leaves it open")
    func openAnswer() throws {
        #expect(try result(AnswerTable(row: [("[applied]", .boolean, nil)])).wasApplied() == nil)
        #expect(throws: WireError.self) {
            try self.result(AnswerTable(row: [("[applied]", .int, .int(1))])).wasApplied()
        }
    }
}
