import CQLWire
import Testing

@Suite struct RegisterTests {
    static let vectors = [
        RequestVector(
            "all events",
            hex(
                """
                04 00 0002 0b 00000031                                   // REGISTER
                0003                                                     // three types
                000f 544f504f4c4f47595f4348414e4745                      // TOPOLOGY_CHANGE
                000d 5354415455535f4348414e4745                          // STATUS_CHANGE
                000d 534348454d415f4348414e4745                          // SCHEMA_CHANGE
                """),
            stream: 2,
            message: .register([.topologyChange, .statusChange, .schemaChange])
        )
    ]

    @Test("a REGISTER is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }

    @Test("an unknown event type is an error that lists the known ones")
    func unknownType() throws {
        let error = decodingError(hex("04 00 0001 0b 00000005 0001 0001 58"))
        #expect(
            error?.description == """
                REGISTER frame on stream 1: the event type at byte 2 needs TOPOLOGY_CHANGE, STATUS_CHANGE or \
                SCHEMA_CHANGE, but has 'X'.
                """
        )
    }
}
