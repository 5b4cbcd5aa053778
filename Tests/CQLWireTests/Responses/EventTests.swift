import CQLWire
import Testing

@Suite struct EventTests {
    static let vectors = [
        ResponseVector(
            "a type created",
            hex(
                """
                84 00 ffff 0c 00000027                                   // EVENT, stream -1
                000d 534348454d415f4348414e4745                          // SCHEMA_CHANGE
                0007 43524541544544  0004 54595045                       // CREATED TYPE
                0003 6b7331  0002 7479                                   // ks1.ty
                """),
            stream: -1,
            message: .event(.schemaChange(SchemaChange(.created, .type(keyspace: "ks1", name: "ty"))))
        ),
        ResponseVector(
            "a node up",
            hex(
                """
                84 00 ffff 0c 0000001c
                000d 5354415455535f4348414e4745                          // STATUS_CHANGE
                0002 5550                                                // UP
                04 7f000001 00002352                                     // 127.0.0.1:9042
                """),
            stream: -1,
            message: .event(.statusChange(.up, endpoint("127.0.0.1", 9042)))
        ),
        ResponseVector(
            "a node removed, version 6",
            hex(
                """
                84 00 ffff 0c 00000034
                000f 544f504f4c4f47595f4348414e4745                      // TOPOLOGY_CHANGE
                000c 52454d4f5645445f4e4f4445                            // REMOVED_NODE
                10 00000000000000000000000000000001 00002352             // [::1]:9042
                """),
            stream: -1,
            message: .event(.topologyChange(.removedNode, endpoint("::1", 9042)))
        ),
        ResponseVector(
            "a topology change that the specification does not list",
            hex("84 00 ffff 0c 00000021 000f 544f504f4c4f47595f4348414e4745 0005 4d4f564544 04 0a000001 00002352 "),
            stream: -1,
            message: .event(.topologyChange(.unknown("MOVED"), endpoint("10.0.0.1", 9042)))
        ),
    ]

    private static func endpoint(_ address: String, _ port: UInt16) -> InetEndpoint {
        InetEndpoint(address: inet(address), port: port)
    }

    @Test("an EVENT is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("an address of another size is an error")
    func addressSize() {
        let bytes = hex("84 00 ffff 0c 0000001c 000d 5354415455535f4348414e4745 0002 5550 05 7f000001 00002352")
        let error = exactError(bytes, as: ResponseEnvelope.self)
        #expect(
            error?.description
                == "EVENT frame on stream -1: the node of the event at byte 19 needs an address of 4 or 16 bytes, but has 5."
        )
    }

    @Test("a port beyond 65535 is an error", arguments: ["00010000", "ffffffff"])
    func port(_ port: String) {
        let bytes = hex("84 00 ffff 0c 0000001c 000d 5354415455535f4348414e4745 0002 5550 04 7f000001" + port)
        #expect(exactError(bytes, as: ResponseEnvelope.self)?.needed == "a port from 0 to 65535")
    }

    @Test("an event type that nobody can register for is an error")
    func unknownType() {
        let error = exactError(hex("84 00 ffff 0c 00000003 0001 58"), as: ResponseEnvelope.self)
        #expect(error?.kind == .unsupported)
    }

    @Test("an event knows the type that it was registered by")
    func type() {
        #expect(ServerEvent.statusChange(.up, Self.endpoint("::", 1)).type == .statusChange)
        #expect(ServerEvent.topologyChange(.newNode, Self.endpoint("::", 1)).type == .topologyChange)
        #expect(ServerEvent.schemaChange(SchemaChange(.dropped, .keyspace("k"))).type == .schemaChange)
    }
}
