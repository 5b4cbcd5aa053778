import CQLWire
import Testing

@Suite struct TypeOptionTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let type: CQLType
        let bytes: String
        var testDescription: String { type.description }

        init(_ type: CQLType, _ bytes: String) {
            self.type = type
            self.bytes = bytes
        }
    }

    static let vectors = [
        Vector(.ascii, "0001"), Vector(.bigint, "0002"), Vector(.blob, "0003"), Vector(.boolean, "0004"),
        Vector(.counter, "0005"), Vector(.decimal, "0006"), Vector(.double, "0007"), Vector(.float, "0008"),
        Vector(.int, "0009"), Vector(.timestamp, "000b"), Vector(.uuid, "000c"), Vector(.text, "000d"),
        Vector(.varint, "000e"), Vector(.timeuuid, "000f"), Vector(.inet, "0010"), Vector(.date, "0011"),
        Vector(.time, "0012"), Vector(.smallint, "0013"), Vector(.tinyint, "0014"),
        Vector(.list(.int), "0020 0009"), Vector(.map(.text, .blob), "0021 000d 0003"),
        Vector(.set(.uuid), "0022 000c"),
        Vector(.map(.text, .list(.set(.int))), "0021 000d 0020 0022 0009"),
        Vector(.tuple([.int, .text]), "0031 0002 0009 000d"),
        Vector(.tuple([]), "0031 0000"),
        Vector(
            .udt(
                UserDefinedType(
                    keyspace: "ks",
                    name: "ty",
                    fields: [.init(name: "a", type: .int), .init(name: "b", type: .list(.text))]
                )
            ),
            "0030 0002 6b73 0002 7479 0002 0001 61 0009 0001 62 0020 000d"
        ),
        Vector(.custom("a.B"), "0000 0003 612e42"),
        Vector(.duration, "0000" + string("org.apache.cassandra.db.marshal.DurationType")),
        Vector(
            .vector(.float, dimension: 3),
            "0000"
                + string("org.apache.cassandra.db.marshal.VectorType(org.apache.cassandra.db.marshal.FloatType , 3)")
        ),
    ]

    /// A [string] of less than 256 bytes.
    private static func string(_ text: String) -> String {
        "00" + hexText([UInt8(text.utf8.count)]) + hexText(text.utf8)
    }

    @Test("a type is read and written", arguments: vectors)
    func vector(_ vector: Vector) throws {
        let bytes = hex(vector.bytes)
        var reader = ByteReader(bytes)
        #expect(try CQLType(from: &reader) == vector.type)
        #expect(reader.remaining == 0)
        var writer = ByteWriter()
        try vector.type.encode(into: &writer)
        #expect(hexText(writer.bytes) == hexText(bytes))
        for count in bytes.indices {
            var reader = ByteReader(bytes[..<count])
            #expect(throws: WireError.self) { try CQLType(from: &reader) }
        }
    }

    @Test("the text of version 1 is text")
    func legacyText() throws {
        var reader = ByteReader(hex("000a"))
        #expect(try CQLType(from: &reader) == .text)
    }

    @Test("an unknown id is an error", arguments: ["0015", "0023", "ffff"])
    func unknownID(_ text: String) {
        var reader = ByteReader(hex(text))
        let error = #expect(throws: WireError.self) { try CQLType(from: &reader) }
        #expect(error?.kind == .unsupported)
        #expect(error?.needed == "an id that protocol version 4 defines")
    }

    @Test("types nested deeper than 64 levels are an error, whatever nests them")
    func depth() throws {
        var reader = ByteReader(hex(String(repeating: "0020", count: 63) + "0009"))
        #expect(throws: Never.self) { try CQLType(from: &reader) }
        for level in ["0020", "0022", "0031 0001", "0021 0009", "0030 0000 0000 0001 0000"] {
            var reader = ByteReader(Array(repeatElement(hex(level), count: 100_000).joined()))
            let error = #expect(throws: WireError.self) { try CQLType(from: &reader) }
            #expect(error?.kind == .tooLarge)
            #expect(error?.needed == "at most 64 levels of nesting")
        }
    }

    @Test("types are named as CQL names them")
    func names() {
        #expect(
            "\(CQLType.map(.text, .list(.tuple([.int, .vector(.float, dimension: 2)]))))"
                == "map<text, list<tuple<int, vector<float, 2>>>>")
        #expect("\(CQLType.udt(UserDefinedType(keyspace: "k", name: "t", fields: [])))" == "k.t")
        #expect("\(CQLType.custom("a.B"))" == "'a.B'")
    }
}
