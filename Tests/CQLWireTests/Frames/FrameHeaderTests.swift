import CQLWire
import Testing

@Suite struct FrameHeaderTests {
    @Test("a header of any version byte is parsed and written back", arguments: UInt8.min...UInt8.max)
    func anyVersion(_ byte: UInt8) throws {
        let isOld = byte & 0x7f < 3
        let bytes = [byte] + hex(isOld ? "0f fe 08 0000002a" : "0f fffe 08 0000002a")
        var reader = ByteReader(bytes)
        let header = try FrameHeader(from: &reader)
        #expect(reader.remaining == 0)
        #expect(header.version.rawValue == byte & 0x7f)
        #expect(header.direction == (byte & 0x80 == 0 ? .request : .response))
        #expect(header.flags == [.compressed, .tracing, .customPayload, .warnings])
        #expect(header.stream == -2 && header.opcode == .result && header.bodyLength == 42)
        var writer = ByteWriter()
        header.encode(into: &writer)
        #expect(writer.bytes == bytes)
        #expect(FrameHeader.size(of: header.version) == bytes.count)
    }

    @Test(
        "a header that ends early is an error that names the field",
        arguments: [
            (0, "the version of the frame header"), (1, "the flags of the frame header"),
            (2, "the stream id of the frame header"), (3, "the stream id of the frame header"),
            (4, "the opcode of the frame header"), (5, "the body length of the frame header"),
            (8, "the body length of the frame header"),
        ])
    func truncated(_ count: Int, _ field: String) {
        var reader = ByteReader(hex("84 00 0001 08 00000000")[..<count])
        let error = #expect(throws: WireError.self) { try FrameHeader(from: &reader) }
        #expect(error?.kind == .truncated)
        #expect(error?.field == field)
    }

    @Test("opcodes have the names of the specification")
    func opcodes() {
        let names = (0...0x10).map { Opcode(rawValue: UInt8($0)).description }
        #expect(
            names == [
                "ERROR", "STARTUP", "READY", "AUTHENTICATE", "opcode 0x4", "OPTIONS", "SUPPORTED", "QUERY", "RESULT",
                "PREPARE", "EXECUTE", "REGISTER", "EVENT", "BATCH", "AUTH_CHALLENGE", "AUTH_RESPONSE", "AUTH_SUCCESS",
            ]
        )
    }

    @Test("versions are ordered and named as SUPPORTED lists them")
    func versions() {
        #expect(ProtocolVersion.v3 < .v4 && .v4 < ProtocolVersion.v5)
        #expect("\(ProtocolVersion.v4) \(ProtocolVersion(rawValue: 0xc2))" == "v4 v66")
    }
}
