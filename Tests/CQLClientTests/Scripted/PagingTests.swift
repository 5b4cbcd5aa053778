import CQLWire
import ScriptedServer
import Testing

@testable import CQLClient

@Suite struct PagingTests {
    private func connect(_ pages: [AnswerTable]) async throws -> (server: TestServer, cluster: Cluster) {
        var script = TestCluster(CannedContent())
        script.content.pages["FROM t"] = pages
        let server = try await TestServer.start(script)
        return (server, try await Cluster.connect(await server.settings()))
    }

    private func page(_ numbers: Int32...) -> AnswerTable {
        AnswerTable([("n", .int)], numbers.map { [.int($0)] })
    }

    private func read(_ cluster: Cluster) async throws -> [Int64?] {
        var numbers: [Int64?] = []
        try await cluster.forEachRow(of: Statement("SELECT n FROM t", pageSize: 2)) { row throws(WireError) in
            numbers.append(try row.integer("n"))
        }
        return numbers
    }

    @Test("rows of all pages come in order, also behind a page without any")
    func pages() async throws {
        let (server, cluster) = try await connect([page(1, 2), page(), page(3)])
        #expect(try await read(cluster) == [1, 2, 3])
        let statements = await server.with { $0.content.statements }
        #expect(statements.map(\.pagingState) == [nil, [1], [2]])
        #expect(statements.map(\.pageSize) == [2, 2, 2])
        await cluster.close()
        await server.stop()
    }

    @Test("one page is asked for once")
    func onePage() async throws {
        let (server, cluster) = try await connect([page(1)])
        #expect(try await read(cluster) == [1])
        #expect(await server.with { $0.content.statements.count } == 1)
        await cluster.close()
        await server.stop()
    }

    @Test("without the rest a statement gives the first page and where the next begins")
    func firstPage() async throws {
        let (server, cluster) = try await connect([page(1, 2), page(3)])
        let result = try await cluster.execute(Statement("SELECT n FROM t"))
        #expect(result.rows.count == 2)
        #expect(result.pagingState == [1])
        await cluster.close()
        await server.stop()
    }

    @Test("a page that leads back to itself is an error, not an endless loop")
    func endless() async throws {
        var stuck = page(2)
        stuck.pagingState = [1]
        let (server, cluster) = try await connect([page(1), stuck])
        let error = await #expect(throws: ClientError.self) { try await read(cluster) }
        guard case .unreadable(let wire)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(wire.field == "the paging state")
        await cluster.close()
        await server.stop()
    }

    @Test("a row that cannot be read ends the reading")
    func unreadable() async throws {
        let (server, cluster) = try await connect([AnswerTable([("n", .text)], [[.text("x")]])])
        let error = await #expect(throws: ClientError.self) { try await read(cluster) }
        guard case .unreadable(let wire)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(wire.field == "column 'n'")
        await cluster.close()
        await server.stop()
    }
}
