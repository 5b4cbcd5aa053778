import CQLWire
import Testing

@Suite struct VIntTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let value: UInt64
        let bytes: String
        var testDescription: String { "\(value)" }

        init(_ value: UInt64, _ bytes: String) {
            self.value = value
            self.bytes = bytes
        }
    }

    static let vectors = [
        Vector(0, "00"), Vector(1, "01"), Vector(127, "7f"), Vector(128, "8080"), Vector(16_383, "bfff"),
        Vector(16_384, "c04000"), Vector(256_000, "c3e800"), Vector(1 << 21 - 1, "dfffff"), Vector(1 << 21, "e0200000"),
        Vector(1 << 28 - 1, "efffffff"), Vector(1 << 28, "f010000000"), Vector(1 << 35 - 1, "f7ffffffff"),
        Vector(1 << 35, "f80800000000"), Vector(1 << 42 - 1, "fbffffffffff"), Vector(1 << 42, "fc040000000000"),
        Vector(1 << 49 - 1, "fdffffffffffff"), Vector(1 << 49, "fe02000000000000"),
        Vector(1 << 56 - 1, "feffffffffffffff"), Vector(1 << 56, "ff0100000000000000"),
        Vector(.max, "ffffffffffffffffff"),
    ]

    @Test("an unsigned vint takes as few bytes as possible", arguments: vectors)
    func unsigned(_ vector: Vector) throws {
        var writer = ByteWriter()
        writer.writeUnsignedVInt(vector.value)
        #expect(hexText(writer.bytes) == vector.bytes)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.readUnsignedVInt("it") == vector.value)
        #expect(reader.remaining == 0)
        for count in writer.bytes.indices {
            var reader = ByteReader(writer.bytes[..<count])
            #expect(throws: WireError.self) { try reader.readUnsignedVInt("it") }
        }
    }

    @Test(
        "a vint is zigzag encoded",
        arguments: [
            (0, "00"), (-1, "01"), (1, "02"), (-2, "03"), (2, "04"), (63, "7e"), (-64, "7f"), (64, "8080"),
            (Int64.max, "fffffffffffffffffe"), (Int64.min, "ffffffffffffffffff"),
        ])
    func signed(_ value: Int64, _ bytes: String) throws {
        var writer = ByteWriter()
        writer.writeVInt(value)
        #expect(hexText(writer.bytes) == bytes)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.readVInt("it") == value)
    }

    @Test("an encoding that is longer than necessary is read")
    func overlong() throws {
        var reader = ByteReader(hex("8001 f000000001"))
        #expect(try reader.readUnsignedVInt("it") == 1)
        #expect(try reader.readUnsignedVInt("it") == 1)
    }
}
