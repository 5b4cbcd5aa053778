import CQLClient
import CQLSyntax
import FoundationEssentials
import LiveSchema
import SchemaModel
import Testing

@testable import MigrationEngine

/// What nodes say of statements, put together.
@Suite struct StatementReadingTests {
    private static let nodes = (1...3).map { NodeID(UUID(uuid: ($0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) }
    private static let row = SystemRow("types", ["keyspace_name": .text("k"), "type_name": .text("u")])

    private func check(_ number: Int, _ text: String) throws -> StatementCheck {
        StatementCheck(
            number: number,
            postcondition: try #require(
                Postcondition(
                    of: try StatementTree(parsing: text), keyspace: "k", release: .v50, dataCentres: ["d": 1])))
    }

    private func reading(_ rows: [Result<[SystemRow], LiveSchemaError>], _ checks: [StatementCheck]) -> StatementReading
    {
        StatementReading(checks, Dictionary(uniqueKeysWithValues: zip(Self.nodes, rows)))
    }

    @Test("landed is what every node has, not landed what none has")
    func same() throws {
        let check = try check(1, "DROP TYPE u")
        #expect(reading([.success([]), .success([])], [check]).sum == .landed)
        #expect(
            reading([.success([Self.row]), .success([Self.row])], [check]).sum == .notLanded("type k.u is there"))
    }

    @Test("what one node has and another has not is unclear")
    func different() throws {
        let check = try check(4, "DROP TYPE u")
        let reading = reading([.success([]), .success([Self.row])], [check])
        #expect(reading.sum == .unclear("the nodes show different things of statement 4"))
        #expect(reading.verdicts[4] == nil)
    }

    @Test("a node that does not answer leaves it unclear")
    func unread() throws {
        let check = try check(1, "DROP TYPE u")
        guard case .unclear = reading([.success([]), .failure(.client(ClientError(.cancelled)))], [check]).sum else {
            Issue.record("a silent node was counted")
            return
        }
    }

    @Test("what is doubted has landed or is unclear")
    func doubted() throws {
        var reading = reading([.success([Self.row])], [try check(1, "DROP TYPE u"), try check(2, "DROP TYPE w")])
        reading.doubt("the service is silent")
        #expect(reading.sum == .unclear("the service is silent"))
        #expect(reading.verdicts == [2: .landed])
    }

    @Test("of several statements each has its own verdict")
    func several() throws {
        let checks = [try check(1, "DROP TYPE u"), try check(2, "DROP TYPE w")]
        let reading = reading([.success([Self.row])], checks)
        #expect(reading.sum == .notLanded("type k.u is there"))
        #expect(reading.verdicts == [1: .notLanded("type k.u is there"), 2: .landed])
    }

    @Test("what a later statement undid is not looked for")
    func superseded() throws {
        let checks = StatementCheck.consider([try check(1, "CREATE TYPE u (a int)"), try check(2, "DROP TYPE u")])
        #expect(checks[0].queries.isEmpty)
        #expect(reading([.success([])], checks).verdicts == [1: .landed, 2: .landed])
    }

    @Test("nor what a statement undid that is not looked for itself, as one that an operator answered")
    func supersededByAnother() throws {
        let drop = try check(2, "DROP TYPE u").postcondition
        let checks = StatementCheck.consider([try check(1, "CREATE TYPE u (a int)")]) { _ in [drop] }
        #expect(reading([.success([])], checks).verdicts == [1: .landed])
    }
}
