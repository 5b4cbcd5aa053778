import CQLWire
import Testing

@Suite struct FrameDecoderTests {
    @Test(
        "a length that is negative or above the limit is an error before the body arrives",
        arguments: [
            ("ffffffff", "-1", WireError.Kind.malformed), ("80000000", "-2147483648", .malformed),
            ("10000001", "268435457", .tooLarge), ("7fffffff", "2147483647", .tooLarge),
        ])
    func length(_ length: String, _ had: String, _ kind: WireError.Kind) {
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(hex("84 00 0007 08" + length))
        let error = #expect(throws: WireError.self) { try decoder.next() }
        #expect(error?.kind == kind)
        #expect(
            error?.description == """
                RESULT frame on stream 7: the body length of the frame header needs a length from 0 to 268435456, \
                but has \(had).
                """
        )
    }

    @Test("the limit of a body can be lowered, and a body of just that size passes")
    func lowerLimit() throws {
        var decoder = FrameDecoder(receiving: .response, maximumBodyLength: 4)
        decoder.append(hex("84 00 0001 08 00000004 00000001 84 00 0001 08 00000005"))
        #expect(try decoder.next()?.body == [0, 0, 0, 1])
        #expect(throws: WireError.self) { try decoder.next() }
    }

    @Test("after an error every call throws it again and bytes are dropped")
    func stickyError() throws {
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(hex("84 00 0001 08 ffffffff"))
        let first = #expect(throws: WireError.self) { try decoder.next() }
        decoder.append(hex("84 00 0001 02 00000000"))
        let second = #expect(throws: WireError.self) { try decoder.next() }
        #expect(first == second)
        #expect(decoder.pendingByteCount == 0)
    }

    @Test("a peer of another protocol is told by its first byte", arguments: ["15", "48", "16", "04"])
    func otherProtocol(_ first: String) {
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(hex(first))
        let error = #expect(throws: WireError.self) { try decoder.next() }
        #expect(error?.had.contains("the peer may speak TLS") == true)
    }

    @Test("a server refuses responses")
    func responseToServer() {
        var decoder = FrameDecoder(receiving: .request)
        decoder.append([0x84])
        let error = #expect(throws: WireError.self) { try decoder.next() }
        #expect(error?.needed == "the version of a request (0x03 to 0x05)")
    }

    @Test("requests of versions that are not spoken are still cut into frames", arguments: versionFive)
    func otherVersion(_ text: String) throws {
        let bytes = hex(text)
        var decoder = FrameDecoder(receiving: bytes[0] & 0x80 == 0 ? .request : .response)
        decoder.append(bytes)
        let frame = try #require(try decoder.next())
        #expect(frame.header.version == .v5)
        #expect(frame.bytes == bytes)
        let error =
            frame.header.direction == .request
            ? #expect(throws: WireError.self) { try RequestEnvelope(frame) }
            : #expect(throws: WireError.self) { try ResponseEnvelope(frame) }
        #expect(error?.kind == .unsupported)
        #expect(error?.needed == "protocol version v4" && error?.had == "v5")
    }

    static let versionFive = [
        "0500000107000000120000000853454c4543542031000100000000",
        "0500000107000000200000000853454c454354203100060000003400001388000900060a24181e4000",
        "0500000109000000100000000853454c454354203100000000",
        """
        050000010a000000440010abababababababababababababababab0010cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd000a000000250002\
        0000000400000007ffffffff000000640000000000000001
        """,
        """
        050000010d0000003f0000020000000008494e5345525420310000010010abababababababababababababababab000100000004\
        0000000100060000003000080000000000000001
        """,
        """
        850000010800000058000000040010abababababababababababababababab0010cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd00000001\
        0000000100000001000000036b733100017400016b0009000000010000000100036b7331000174000176000d
        """,
    ]

    @Test("a request of version 1 has a header of 8 bytes and a stream id of one")
    func versionOne() throws {
        var decoder = FrameDecoder(receiving: .request)
        decoder.append(hex("01 00 7f 05 00000000 04 00 0001 05 00000000"))
        let first = try #require(try decoder.next())
        #expect(first.header.version.rawValue == 1 && first.header.stream == 127)
        #expect(first.header.opcode == .options)
        #expect(try decoder.next()?.header.version == .v4)
    }

    @Test("pending bytes tell a peer that hung up within a frame from one that did so between frames")
    func pending() throws {
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(hex("84 00 0001 02 00000000 84 00 0001 08 00000004 0000"))
        #expect(try decoder.next() != nil)
        #expect(try decoder.next() == nil)
        #expect(decoder.pendingByteCount == 11)
        decoder.append([0, 1])
        #expect(try decoder.next() != nil)
        #expect(decoder.pendingByteCount == 0)
    }

    @Test("a megabyte in small pieces arrives as it was sent")
    func largeBody() throws {
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let header = FrameHeader(
            version: .v4,
            direction: .response,
            stream: 3,
            opcode: .result,
            bodyLength: Int32(body.count)
        )
        let frame = RawFrame(header: header, body: body)
        let bytes = frame.bytes + frame.bytes
        var decoder = FrameDecoder(receiving: .response)
        var frames: [RawFrame] = []
        for start in stride(from: 0, to: bytes.count, by: 4_093) {
            decoder.append(bytes[start..<min(start + 4_093, bytes.count)])
            while let next = try decoder.next() { frames.append(next) }
        }
        #expect(frames == [frame, frame])
    }

    @Test("vectors of all messages in one stream come out in order")
    func allMessages() throws {
        let responses: [ResponseVector] =
            ReadyTests.vectors + AuthenticateTests.vectors + AuthChallengeTests.vectors + AuthSuccessTests.vectors
            + SupportedTests.vectors + EventTests.vectors + ErrorTests.vectors + SchemaChangeTests.vectors
            + ResponsePrefixTests.vectors + ResultTests.vectors + PreparedTests.vectors + RowsTests.vectors
        try verifyStream(responses)
        let requests: [RequestVector] =
            StartupTests.vectors + OptionsTests.vectors + AuthResponseTests.vectors + QueryTests.vectors
            + PrepareTests.vectors + ExecuteTests.vectors + BatchTests.vectors + RegisterTests.vectors
        try verifyStream(requests)
    }

    private func verifyStream<Envelope: WireEnvelope>(_ vectors: [WireVector<Envelope>]) throws {
        let bytes = vectors.flatMap(\.bytes)
        for size in [1, 5, 64, bytes.count] {
            var decoder = FrameDecoder(receiving: Envelope.direction)
            var found: [Envelope] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                decoder.append(bytes[start..<min(start + size, bytes.count)])
                while let frame = try decoder.next() { found.append(try Envelope(frame)) }
            }
            #expect(found == vectors.map(\.meaning))
        }
    }
}
