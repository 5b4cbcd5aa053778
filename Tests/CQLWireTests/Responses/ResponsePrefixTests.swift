import CQLWire
import FoundationEssentials
import Testing

@Suite struct ResponsePrefixTests {
    static let vectors = [
        ResponseVector(
            "an error with a warning",
            hex(
                """
                84 08 0001 00 0000000c                                   // ERROR, flag warnings
                0001 0001 77                                             // one warning: w
                00002200 0001 6d                                         // invalid: m
                """),
            ResponseEnvelope(.error(ServerError(.invalid, "m")), warnings: ["w"])
        ),
        ResponseVector(
            "tracing id, warning and payload",
            hex(
                """
                84 0e 0001 08 00000024                                   // RESULT, flags tracing, payload, warnings
                000102030405060708090a0b0c0d0e0f                         // tracing id
                0001 0002 7731                                           // one warning: w1
                0001 0001 6b 00000001 76                                 // payload k = v
                00000001                                                 // kind: Void
                """),
            ResponseEnvelope(
                .result(.void),
                tracingID: UUID(uuidString: "00010203-0405-0607-0809-0a0b0c0d0e0f"),
                warnings: ["w1"],
                customPayload: ["k": [0x76]]
            )
        ),
        ResponseVector(
            "a payload with a null",
            hex("84 04 0001 02 00000009 0001 0001 6b ffffffff"),
            ResponseEnvelope(.ready, customPayload: ["k": nil as [UInt8]?])
        ),
    ]

    @Test("the prefixes of a response are read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("a compressed body that was not negotiated is an error that says so")
    func compressed() {
        let error = exactError(hex("84 01 0001 02 00000000"), as: ResponseEnvelope.self)
        #expect(error?.kind == .unsupported)
        #expect(
            error?.description == """
                READY frame on stream 1: the flags of the frame header needs an uncompressed body, since no \
                compression was negotiated, but has the flag for a compressed body.
                """
        )
        #expect(exactError(hex("04 01 0001 05 00000000"), as: RequestEnvelope.self)?.kind == .unsupported)
    }

    @Test("the opcode of a request is no response, and the other way round")
    func otherSide() {
        #expect(exactError(hex("84 00 0001 07 00000000"), as: ResponseEnvelope.self)?.had == "QUERY")
        #expect(exactError(hex("04 00 0001 08 00000000"), as: RequestEnvelope.self)?.had == "RESULT")
        #expect(exactError(hex("84 00 0001 55 00000000"), as: ResponseEnvelope.self)?.had == "opcode 0x55")
    }
}
