import CQLClient
import CQLNode
import CQLSyntax
import CQLWire
import EventLoop
import FoundationEssentials
import Testing

/// Statements and spoiled frames over a socket: the inputs of the fuzz target of the node, changed at random.
///
/// The seed is fixed; `SOCKET_FUZZ_ROUNDS` says how many connections each release has to stand (100).
@Suite struct SocketFuzzTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["SOCKET_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 100

    @Test("whatever clients send, the next one is served", arguments: [CassandraRelease.v311, .v41, .v50, .v60])
    func spoiled(_ release: CassandraRelease) async throws {
        let inputs = try corpus()
        let server = try await SandboxServer.start(ClusterPlan(release: release, startTime: 1_800_000_000_000_000))
        let address = try #require(await server.addresses.first)
        var random = SeededBytes(seed: UInt64(Self.rounds))
        for round in 0..<Self.rounds {
            var bytes = try conversation(inputs[random.number(below: inputs.count)])
            for _ in 0..<random.number(below: 4) { spoil(&bytes, &random) }
            let client = try await RawClient.connect(to: address)
            let cut = random.number(below: bytes.count + 1)
            await client.send(Array(bytes[..<cut]))
            await client.send(Array(bytes[cut...]))
            // The first answer, or the end of the connection: so that there is never more than one.
            if bytes.starts(with: try greeting()) { _ = await client.answer() }
            await client.close()
            if round % 50 == 49 { try await expectService(of: server) }
        }
        try await expectService(of: server)
        await server.stop()
    }

    private func expectService(of server: SandboxServer) async throws {
        let address = try #require(await server.addresses.first)
        let settings = ClusterSettings(contactPoints: [ContactPoint(host: address.host, port: address.port)])
        let cluster = try await Cluster.connect(settings)
        let rows = try await cluster.execute(
            Statement("SELECT keyspace_name FROM system_schema.keyspaces", consistency: .one)
        ).rows
        #expect(try rows.contains { try $0.value("keyspace_name") == .text("system_schema") })
        await cluster.close()
    }

    private func greeting() throws -> [UInt8] {
        try RequestEnvelope(.startup(["CQL_VERSION": "3.0.0"])).frame(stream: 0).bytes
    }

    /// The statements of an input as requests one behind the other, behind a greeting.
    private func conversation(_ input: [UInt8]) throws -> [UInt8] {
        var bytes = try greeting()
        for (index, line) in input.dropFirst().split(separator: 0x0A).enumerated() {
            let query = Request.query(
                String(decoding: line, as: UTF8.self), QueryParameters(consistency: .one))
            bytes += try RequestEnvelope(query).frame(stream: Int16(index + 1)).bytes
        }
        return bytes
    }

    private func spoil(_ bytes: inout [UInt8], _ random: inout SeededBytes) {
        guard !bytes.isEmpty else { return }
        let place = random.number(below: bytes.count)
        let count = min(1 + random.number(below: 12), bytes.count - place)
        switch random.number(below: 4) {
        case 0: bytes.replaceSubrange(place..<place + count, with: random.bytes(count: count))
        case 1: bytes.removeSubrange(place..<place + count)
        case 2: bytes.insert(contentsOf: random.bytes(count: count), at: place)
        default: bytes.removeSubrange(place...)
        }
    }

    private func corpus() throws -> [[UInt8]] {
        let folder = "\(#filePath.dropLast("CQLNodeTests/Server/SocketFuzzTests.swift".count))"
        let text = String(
            decoding: try Data(contentsOf: URL(filePath: "\(folder)Fuzz/Corpus/node.base64")), as: UTF8.self)
        return try text.split(separator: "\n").map { Array(try #require(Data(base64Encoded: String($0)))) }
            .filter { ($0.first ?? 4) & 4 == 0 }
    }
}
