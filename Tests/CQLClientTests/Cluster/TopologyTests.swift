import CQLWire
import EventLoop
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

@Suite struct TopologyTests {
    typealias Cell = (name: String, type: CQLType, value: CQLValue?)

    private func row(_ cells: [Cell]) throws -> Row { try #require(Array(try AnswerTable(row: cells).encoded()).first) }

    private func address(_ text: String, port: UInt16 = 9042) throws -> SocketAddress {
        let host = try #require(InetAddress(text))
        return try #require(SocketAddress(bytes: host.bytes, port: port))
    }

    private func inet(_ text: String) throws -> CQLValue { .inet(try #require(InetAddress(text))) }

    private var local: [Cell] {
        get throws {
            [
                ("cluster_name", .text, .text("c")), ("host_id", .uuid, .uuid(UUID(number: 1))),
                ("data_center", .text, .text("dc1")), ("rack", .text, .text("r1")),
                ("release_version", .text, .text("5.0.9")), ("schema_version", .uuid, .uuid(UUID(number: 9))),
                ("broadcast_address", .inet, try inet("10.0.0.1")), ("gossip_generation", .int, .int(1_763_700_000)),
            ]
        }
    }

    /// A row of `peers_v2`, with other cells in place of the usual ones.
    private func peerV2(_ number: UInt8, _ others: Cell...) throws -> Row {
        let usual: [Cell] = [
            ("peer", .inet, try inet("10.0.0.\(number)")), ("data_center", .text, .text("dc1")),
            ("host_id", .uuid, .uuid(UUID(number: number))), ("rack", .text, .text("r2")),
            ("release_version", .text, .text("5.0.9")), ("schema_version", .uuid, .uuid(UUID(number: 9))),
            ("native_address", .inet, try inet("192.168.0.\(number)")), ("native_port", .int, .int(19042)),
        ]
        return try row(usual.map { cell in others.first { $0.name == cell.name } ?? cell })
    }

    private func topology(_ cells: [Cell]? = nil, peers: [Row] = []) throws -> Topology {
        try Topology(local: try row(try cells ?? local), connectedTo: try address("127.0.0.1"), peers: peers)
    }

    @Test("the coordinator is where the connection leads, and what it says of itself")
    func coordinator() throws {
        let topology = try topology()
        #expect(topology.clusterName == "c")
        #expect(topology.dseVersion == nil)
        #expect(topology.peers.isEmpty)
        #expect(
            topology.coordinator
                == Coordinator(
                    node: Node(
                        id: NodeID(UUID(number: 1)), address: try address("127.0.0.1"),
                        broadcastAddress: [10, 0, 0, 1], dataCenter: "dc1", rack: "r1",
                        release: ReleaseVersion("5.0.9"), schemaVersion: UUID(number: 9)),
                    gossipGeneration: 1_763_700_000))
    }

    @Test("columns that some servers lack may be missing, and most may be null")
    func sparseLocal() throws {
        let cells: [Cell] = [
            ("cluster_name", .text, nil), ("host_id", .uuid, .uuid(UUID(number: 1))), ("data_center", .text, nil),
            ("rack", .text, nil), ("release_version", .text, .text("?")), ("schema_version", .uuid, nil),
        ]
        let topology = try topology(cells)
        #expect(topology.clusterName == "")
        #expect(topology.coordinator.gossipGeneration == nil)
        #expect(topology.coordinator.node.broadcastAddress == [127, 0, 0, 1])
        #expect(topology.coordinator.node.release == nil)
        #expect(topology.coordinator.node.schemaVersion == nil)
    }

    @Test("DSE has a version of its own")
    func dse() throws {
        #expect(try topology(try local + [("dse_version", .text, .text("6.8.37"))]).dseVersion == "6.8.37")
    }

    @Test("a node without a host id cannot be told from others")
    func noHostID() throws {
        let cells = try local.map { $0.name == "host_id" ? ("host_id", .uuid, nil) : $0 }
        #expect(
            throws: WireError(.malformed, field: "host_id of system.local", needed: "a uuid", had: "null")
        ) { try topology(cells) }
    }

    @Test("a peer of 4.0 and later has an address and a port for clients")
    func peersV2() throws {
        let peer = try #require(try topology(peers: [try peerV2(2)]).peers.first)
        #expect(peer.id == NodeID(UUID(number: 2)))
        #expect(peer.address == (try address("192.168.0.2", port: 19042)))
        #expect(peer.broadcastAddress == [10, 0, 0, 2])
        #expect(peer.rack == "r2")
        #expect(peer.schemaVersion == UUID(number: 9))
        #expect(peer.place == "192.168.0.2:19042")
    }

    @Test("before 4.0 every node has the coordinator's port")
    func peers() throws {
        let cells: [Cell] = [
            ("peer", .inet, try inet("10.0.0.2")), ("data_center", .text, .text("dc1")),
            ("host_id", .uuid, .uuid(UUID(number: 2))), ("rack", .text, .text("r2")),
            ("release_version", .text, .text("3.11.19")), ("schema_version", .uuid, .uuid(UUID(number: 9))),
            ("rpc_address", .inet, try inet("192.168.0.2")),
        ]
        let topology = try Topology(
            local: try row(try local), connectedTo: try address("127.0.0.1", port: 9999), peers: [try row(cells)])
        #expect(topology.peers.map(\.place) == ["192.168.0.2:9999"])
    }

    @Test(
        "a peer that listens on every address is found where the others find it",
        arguments: [nil, "0.0.0.0", "::"])
    func wildcard(told: String?) throws {
        let cell: Cell = ("native_address", .inet, try told.map { try inet($0) })
        #expect(try topology(peers: [try peerV2(2, cell)]).peers.map(\.place) == ["10.0.0.2:19042"])
    }

    @Test("a port that is none is the coordinator's", arguments: [nil, -1, 65_536] as [Int32?])
    func oddPort(port: Int32?) throws {
        let cell: Cell = ("native_port", .int, port.map { .int($0) })
        #expect(try topology(peers: [try peerV2(2, cell)]).peers.map(\.place) == ["192.168.0.2:9042"])
    }

    @Test("IPv6 peers keep their address")
    func ipv6() throws {
        let cell: Cell = ("native_address", .inet, try inet("2001:db8::2"))
        #expect(try topology(peers: [try peerV2(2, cell)]).peers.map(\.place) == ["[2001:db8::2]:19042"])
    }

    @Test("a node that has only just joined has no schema version, and is a node all the same")
    func newcomer() throws {
        let topology = try topology(peers: [try peerV2(2, ("schema_version", .uuid, nil)), try peerV2(3)])
        #expect(topology.peers.count == 2)
        #expect(topology.peers.map(\.schemaVersion).contains(nil))
    }

    @Test("the remains of a node that left are no node", arguments: ["host_id", "peer"])
    func ghosts(column: String) throws {
        let ghost: Cell = (column, column == "peer" ? .inet : .uuid, nil)
        let topology = try topology(peers: [try peerV2(2, ghost), try peerV2(3)])
        #expect(topology.peers.map(\.id) == [NodeID(UUID(number: 3))])
    }

    @Test("the coordinator among its own peers is not counted twice")
    func itself() throws {
        let topology = try topology(peers: [try peerV2(1), try peerV2(2)])
        #expect(topology.nodes.map(\.id) == [NodeID(UUID(number: 1)), NodeID(UUID(number: 2))])
    }

    @Test("a cell of another type is an error that names the column")
    func wrongType() throws {
        let cell: Cell = ("native_port", .text, .text("9042"))
        let error = #expect(throws: WireError.self) { try topology(peers: [try peerV2(2, cell)]) }
        #expect(error?.field == "column 'native_port'")
    }
}
