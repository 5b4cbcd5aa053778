import CQLWire
import Testing

@Suite struct ResultTests {
    static let vectors = [
        ResponseVector(
            "void",
            hex("84 00 0001 08 00000004 00000001"),
            message: .result(.void)
        ),
        ResponseVector(
            "a keyspace set",
            hex(
                """
                84 00 0001 08 00000009
                00000003                                                 // kind: Set_keyspace
                0003 6b7331                                              // ks1
                """),
            message: .result(.setKeyspace("ks1"))
        ),
    ]

    @Test("a RESULT without rows is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("an unknown kind of result is an error")
    func unknownKind() {
        let error = exactError(hex("84 00 0001 08 00000004 00000006"), as: ResponseEnvelope.self)
        #expect(
            error?.description
                == "RESULT frame on stream 1: the kind of the result at byte 0 needs a number from 1 to 5, but has 6."
        )
    }
}
