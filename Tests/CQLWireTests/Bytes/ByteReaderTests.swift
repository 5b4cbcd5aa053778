import CQLWire
import FoundationEssentials
import Testing

@Suite struct ByteReaderTests {
    @Test("integers are big-endian and their fields are named when they are cut")
    func integers() throws {
        var reader = ByteReader(hex("01 8002 ffffffff 0000000100000002"))
        #expect(try reader.readByte("a") == 1)
        #expect(try reader.readShort("b") == 0x8002)
        #expect(try reader.readInt("c") == -1)
        #expect(try reader.readLong("d") == 0x1_0000_0002)
        let error = #expect(throws: WireError.self) { try reader.readInt("the count") }
        #expect(error?.description == "the count at byte 15 needs 4 bytes, but has 0 bytes.")
    }

    @Test("positions count in the array that a slice comes from")
    func slice() {
        var reader = ByteReader(hex("00 0000 01")[3...])
        let error = #expect(throws: WireError.self) { try reader.readShort("x") }
        #expect(error?.position == 3)
        #expect(error?.had == "1 byte")
    }

    @Test("bytes are null for every negative length")
    func bytes() throws {
        var reader = ByteReader(hex("ffffffff 80000000 00000000 00000001 07"))
        #expect(try reader.readBytes("x") == nil)
        #expect(try reader.readBytes("x") == nil)
        #expect(try reader.readBytes("x") == [])
        #expect(try reader.readBytes("x") == [7])
    }

    @Test(
        "a length beyond the end is an error that tells both",
        arguments: [
            ("7fffffff 00", "2147483647 bytes"), ("00000002 00", "2 bytes"),
        ])
    func lengthBeyondEnd(_ text: String, _ needed: String) {
        var reader = ByteReader(hex(text))
        let error = #expect(throws: WireError.self) { try reader.readBytes("the token") }
        #expect(error?.needed == needed && error?.had == "1 byte")
    }

    @Test("a negative number of bytes cannot be taken")
    func takeNegative() {
        var reader = ByteReader(hex("00"))
        #expect(throws: WireError.self) { try reader.take(-1, "x") }
    }

    @Test("bytes left over are an error with their number and place")
    func leftover() {
        var reader = ByteReader(hex("00 01 02"))
        #expect(throws: Never.self) { try reader.readByte("x") }
        let error = #expect(throws: WireError.self) { try reader.finish("the message") }
        #expect(error?.kind == .leftover)
        #expect(
            error?.description
                == "the end of the message at byte 1 needs no more bytes, but has 2 bytes left over."
        )
    }

    @Test("maps and lists are read, of equal keys the last")
    func maps() throws {
        var reader = ByteReader(
            hex(
                """
                0002 0001 61 0001 62  0001 61 0001 63                    // a = b, a = c
                0001 0001 6b 0002 0001 78 0000                           // k = [x, ""]
                0002 0001 61 ffffffff 0001 62 00000001 09                // a = null, b = 09
                """)
        )
        #expect(try reader.readStringMap("map") == ["a": "c"])
        #expect(try reader.readStringMultimap("map") == ["k": ["x", ""]])
        let map = try reader.readBytesMap("map")
        #expect(map.count == 2 && map["a"] == .some(nil) && map["b"] == [9])
        #expect(reader.remaining == 0)
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        let uuid = try #require(UUID(uuidString: "00112233-4455-6677-8899-aabbccddeeff"))
        let endpoint = InetEndpoint(address: inet("2001:db8::1"), port: 9042)
        var writer = ByteWriter()
        writer.writeUUID(uuid)
        try writer.writeLongString("long", "text")
        try writer.writeStringMultimap(["b": [], "a": ["1", "2"]], "map")
        try writer.writeBytesMap(["n": nil, "e": []], "map")
        writer.writeInet(endpoint)
        writer.writeConsistency(.localSerial)
        try writer.writeValue(.unset, "value")
        var reader = ByteReader(writer.bytes)
        #expect(try reader.readUUID("id") == uuid)
        #expect(try reader.readLongString("text") == "long")
        #expect(try reader.readStringMultimap("map") == ["b": [], "a": ["1", "2"]])
        #expect(try reader.readBytesMap("map") == ["n": nil, "e": []])
        #expect(try reader.readInet("node") == endpoint)
        #expect(try reader.readConsistency("level") == .localSerial)
        #expect(try reader.readValue("value") == .unset)
        #expect(reader.remaining == 0)
    }

    @Test("a string of 65,536 bytes does not fit its length")
    func longString() {
        var writer = ByteWriter()
        #expect(throws: Never.self) { try writer.writeString(String(repeating: "x", count: 65_535), "text") }
        let error = #expect(throws: WireError.self) {
            try writer.writeString(String(repeating: "é", count: 32_768), "the name")
        }
        #expect(error?.description == "the name needs at most 65535 elements or bytes, but has 65536.")
    }
}
