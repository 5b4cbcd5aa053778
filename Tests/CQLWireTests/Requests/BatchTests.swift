import CQLWire
import Testing

@Suite struct BatchTests {
    static let vectors = [
        RequestVector(
            "a logged batch of a text and a prepared statement",
            hex(
                """
                04 00 0001 0d 0000003c                                   // BATCH
                00 0002                                                  // logged, two statements
                00 00000008 494e534552542031 0000                        // INSERT 1, no values
                01 0010 abababababababababababababababab                 // a prepared one
                0001 00000004 00000001                                   // with 1
                0006 30                                                  // LOCAL_QUORUM, serial, timestamp
                0008 0000000000000001                                    // SERIAL, timestamp 1
                """),
            message: .batch(
                Batch(
                    .logged,
                    [
                        .init(.cql("INSERT 1")),
                        .init(.prepared([UInt8](repeating: 0xab, count: 16)), values: [.bytes([0, 0, 0, 1])]),
                    ],
                    consistency: .localQuorum,
                    serialConsistency: .serial,
                    defaultTimestamp: 1
                )
            )
        ),
        RequestVector(
            "a counter batch without flags",
            hex(
                """
                04 00 0001 0d 00000012
                02 0001 00 00000001 75 0001 fffffffe                     // counter; u with a value that is not set
                0001 00                                                  // ONE
                """),
            message: .batch(Batch(.counter, [.init(.cql("u"), values: [.unset])], consistency: .one))
        ),
        RequestVector(
            "an empty unlogged batch",
            hex("04 00 0001 0d 00000006 01 0000 0005 00"),
            message: .batch(Batch(.unlogged, [], consistency: .all))
        ),
    ]

    @Test("a BATCH is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }

    @Test("names for values are broken in batches and an error")
    func names() throws {
        let error = decodingError(hex("04 00 0001 0d 00000006 01 0000 0005 40"))
        #expect(error?.kind == .unsupported)
        #expect(error?.field == "the flags of the batch")
    }

    @Test("an unknown type of batch is an error")
    func unknownType() throws {
        let error = decodingError(hex("04 00 0001 0d 00000006 03 0000 0005 00"))
        #expect(error?.description == "BATCH frame on stream 1: the batch type at byte 0 needs 0, 1 or 2, but has 3.")
    }

    @Test("an unknown kind of statement is an error")
    func unknownKind() throws {
        let error = decodingError(hex("04 00 0001 0d 0000000d 00 0001 02 0000 0000 0000 0005 00"))
        #expect(error?.field == "the kind of a statement of the batch")
    }
}
