import CQLWire
import Testing

@Suite struct QueryTests {
    static let vectors = [
        RequestVector(
            "SELECT 1 at ONE",
            hex(
                """
                04 00 0001 07 0000000f                                   // QUERY
                00000008 53454c4543542031                                // SELECT 1
                0001 00                                                  // ONE, no flags
                """),
            message: .query("SELECT 1", QueryParameters(consistency: .one))
        ),
        RequestVector(
            "page size, serial consistency and timestamp",
            hex(
                """
                04 00 0001 07 0000001d
                00000008 53454c4543542031
                0006 34                                                  // LOCAL_QUORUM, page size, serial, timestamp
                00001388                                                 // page size 5000
                0009                                                     // LOCAL_SERIAL
                00060a24181e4000                                         // 1700000000000000 microseconds
                """),
            message: .query(
                "SELECT 1",
                QueryParameters(
                    consistency: .localQuorum,
                    pageSize: 5_000,
                    serialConsistency: .localSerial,
                    defaultTimestamp: 1_700_000_000_000_000
                )
            )
        ),
        RequestVector(
            "every kind of value, no metadata, a paging state",
            hex(
                """
                04 00 0001 07 00000029
                00000008 53454c4543542031
                0004 0b                                                  // QUORUM, values, skip metadata, paging state
                0004                                                     // four values
                00000002 beef   00000000   ffffffff   fffffffe           // bytes, empty, null, not set
                00000002 cafe                                            // paging state
                """),
            message: .query(
                "SELECT 1",
                QueryParameters(
                    consistency: .quorum,
                    values: .positional([.bytes([0xbe, 0xef]), .bytes([]), .null, .unset]),
                    skipMetadata: true,
                    pagingState: [0xca, 0xfe]
                )
            )
        ),
        RequestVector(
            "named values",
            hex(
                """
                04 00 0001 07 00000020
                00000008 53454c4543542031
                000a 41                                                  // LOCAL_ONE, values with names
                0002                                                     // two values
                0001 61 00000001 07                                      // a = 07
                0001 62 ffffffff                                         // b = null
                """),
            message: .query(
                "SELECT 1",
                QueryParameters(
                    consistency: .localOne,
                    values: .named([.init(name: "a", value: .bytes([7])), .init(name: "b", value: .null)])
                )
            )
        ),
        RequestVector(
            "traced, with a custom payload, text beyond ASCII",
            hex(
                """
                04 06 0001 07 00000013
                0001 0001 6b 00000001 76                                 // payload k = v
                00000002 c3a9                                            // é
                0001 00
                """),
            RequestEnvelope(
                .query("é", QueryParameters(consistency: .one)),
                tracing: true,
                customPayload: ["k": [0x76]]
            )
        ),
    ]

    @Test("a QUERY is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }

    @Test("a flag that version 4 does not have is an error, as what it announces cannot be skipped")
    func unknownFlag() throws {
        let error = decodingError(hex("04 00 0001 07 0000000f 00000008 53454c4543542031 0001 80"))
        #expect(
            error?.description
                == "QUERY frame on stream 1: the flags of the query at byte 14 needs flags within 0x7f, but has 0x80."
        )
        #expect(error?.kind == .unsupported)
    }

    @Test("a value of length -3 is an error")
    func valueLength() throws {
        let error = decodingError(hex("04 00 0001 07 00000015 00000008 53454c4543542031 0001 01 0001 fffffffd"))
        #expect(error?.had == "-3")
        #expect(error?.position == 17)
    }

    @Test("an unknown consistency level is an error")
    func unknownConsistency() throws {
        let error = decodingError(hex("04 00 0001 07 0000000f 00000008 53454c4543542031 000b 00"))
        #expect(error?.field == "the consistency of the query")
        #expect(error?.had == "11")
    }

    @Test("65,536 values do not fit a request")
    func tooManyValues() throws {
        let values = [BoundValue](repeating: .null, count: 65_536)
        let request = Request.query("x", QueryParameters(consistency: .one, values: .positional(values)))
        let error = #expect(throws: WireError.self) { try RequestEnvelope(request).frame(stream: 3) }
        #expect(error?.kind == .unencodable)
        #expect(error?.stream == 3)
    }
}

/// The error of decoding a request, if there is one.
func decodingError(_ bytes: [UInt8]) -> WireError? {
    exactError(bytes, as: RequestEnvelope.self)
}

/// The error of decoding a frame, if there is one.
func exactError<Envelope: WireEnvelope>(_ bytes: [UInt8], as: Envelope.Type) -> WireError? {
    do throws(WireError) {
        var decoder = FrameDecoder(receiving: Envelope.direction)
        decoder.append(bytes)
        guard let frame = try decoder.next() else { return nil }
        _ = try Envelope(frame)
        return nil
    } catch {
        return error
    }
}
