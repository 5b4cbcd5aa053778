import CQLWire
import FoundationEssentials
import Testing

/// Encodings of values; those of the reference were made with the Python driver.
@Suite struct ValueVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let type: CQLType
        let value: CQLValue
        let bytes: String
        var testDescription: String { "\(type) \(bytes)" }

        init(_ type: CQLType, _ value: CQLValue, _ bytes: String) {
            self.type = type
            self.value = value
            self.bytes = bytes
        }
    }

    static let numbers = [
        Vector(.boolean, .boolean(true), "01"), Vector(.boolean, .boolean(false), "00"),
        Vector(.tinyint, .tinyint(-1), "ff"), Vector(.tinyint, .tinyint(.min), "80"),
        Vector(.smallint, .smallint(-1), "ffff"), Vector(.smallint, .smallint(.max), "7fff"),
        Vector(.int, .int(-1), "ffffffff"), Vector(.int, .int(7), "00000007"),
        Vector(.bigint, .bigint(-1), "ffffffffffffffff"), Vector(.counter, .counter(2), "0000000000000002"),
        Vector(.float, .float(1), "3f800000"), Vector(.float, .float(-.infinity), "ff800000"),
        Vector(.double, .double(1), "3ff0000000000000"), Vector(.double, .double(-0.0), "8000000000000000"),
        varint("0", "00"), varint("1", "01"), varint("-1", "ff"), varint("127", "7f"), varint("128", "0080"),
        varint("-128", "80"), varint("-129", "ff7f"), varint("255", "00ff"), varint("256", "0100"),
        varint("-256", "ff00"), varint("32768", "008000"), varint("9223372036854775807", "7fffffffffffffff"),
        varint("18446744073709551616", "010000000000000000"),
        decimal("0", "0000000000"), decimal("1.5", "000000010f"), decimal("-0.001", "00000003ff"),
        decimal("1E+3", "fffffffd01"), decimal("12345678901234567890.123", "00000003029d42b64e76714244cb"),
    ]

    static let timesAndTexts = [
        Vector(.date, .date(0), "80000000"), Vector(.date, .date(-1), "7fffffff"),
        Vector(.date, .date(19_782), "80004d46"), Vector(.date, .date(.min), "00000000"),
        Vector(.time, .time(45_296_789_012_345), "000029327b04bf79"),
        Vector(.time, .time(86_399_999_999_999), "00004e94914effff"),
        Vector(.timestamp, .timestamp(1_709_210_096_789), "0000018df4dc5495"),
        Vector(.timestamp, .timestamp(-1), "ffffffffffffffff"),
        duration(1, 2, 3, "020406"), duration(-1, -2, -3, "010305"),
        duration(12, 0, 1_000_000_000, "1800f077359400"),
        duration(.max, .max, .max, "f0fffffffef0fffffffefffffffffffffffffe"),
        duration(.min, .min, .min, "f0fffffffff0ffffffffffffffffffffffffff"),
        Vector(.text, .text("é"), "c3a9"), Vector(.text, .text(""), ""), Vector(.ascii, .ascii("a"), "61"),
        Vector(.blob, .blob([0, 255]), "00ff"), Vector(.blob, .blob([]), ""),
        Vector(.custom("com.example.T"), .custom([1, 2]), "0102"),
        Vector(.inet, .inet(inet("127.0.0.1")), "7f000001"),
        Vector(.inet, .inet(inet("::1")), "00000000000000000000000000000001"),
        Vector(.uuid, .uuid(uuid), "00112233445516778899aabbccddeeff"),
        Vector(.timeuuid, .timeuuid(uuid), "00112233445516778899aabbccddeeff"),
    ]

    static let nested = [
        Vector(.list(.int), .list([.int(1), .int(2)]), "00000002 00000004 00000001 00000004 00000002"),
        Vector(.set(.text), .set([]), "00000000"),
        Vector(.set(.text), .set([.text("a")]), "00000001 00000001 61"),
        Vector(
            .map(.text, .int),
            .map([.init(.text("k"), .int(1))]),
            "00000001 00000001 6b 00000004 00000001"
        ),
        Vector(.list(.int), .list([.empty]), "00000001 00000000"),
        Vector(.tuple([.int, .text]), .tuple([.int(1), nil]), "00000004 00000001 ffffffff"),
        Vector(.tuple([.int, .text]), .tuple([.int(1)]), "00000004 00000001"),
        Vector(.tuple([.int]), .tuple([]), ""),
        Vector(
            .udt(person),
            .udt([.init("name", .text("a")), .init("age", nil)]),
            "00000001 61 ffffffff"
        ),
        Vector(.udt(person), .udt([.init("name", .text("a"))]), "00000001 61"),
        Vector(.udt(person), .udt([]), ""),
        Vector(
            .vector(.float, dimension: 3),
            .vector([.float(1), .float(2), .float(3)]),
            "3f800000 40000000 40400000"
        ),
        Vector(
            .vector(.text, dimension: 2),
            .vector([.text("a"), .text("bcd")]),
            "0161 03626364"
        ),
        Vector(.vector(.smallint, dimension: 2), .vector([.smallint(1), .smallint(-1)]), "020001 02ffff"),
        Vector(
            .vector(.vector(.int, dimension: 1), dimension: 2),
            .vector([.vector([.int(1)]), .vector([.int(2)])]),
            "00000001 00000002"
        ),
    ]

    static let empties: [Vector] = [
        CQLType.int, .bigint, .boolean, .counter, .date, .decimal, .double, .duration, .float, .inet, .smallint,
        .time, .timestamp, .timeuuid, .tinyint, .uuid, .varint, .list(.int), .set(.int), .map(.int, .int),
        .vector(.int, dimension: 2),
    ].map { Vector($0, .empty, "") }

    private static let uuid = UUID(uuid: (0, 17, 34, 51, 68, 85, 0x16, 119, 136, 153, 170, 187, 204, 221, 238, 255))
    private static let person = UserDefinedType(
        keyspace: "k",
        name: "person",
        fields: [.init(name: "name", type: .text), .init(name: "age", type: .int)]
    )

    private static func varint(_ text: String, _ bytes: String) -> Vector {
        Vector(.varint, BigInteger(text).map { .varint($0) } ?? .empty, bytes)
    }

    private static func decimal(_ text: String, _ bytes: String) -> Vector {
        Vector(.decimal, BigDecimal(text).map { .decimal($0) } ?? .empty, bytes)
    }

    private static func duration(_ months: Int32, _ days: Int32, _ nanoseconds: Int64, _ bytes: String) -> Vector {
        let value = CQLDuration(months: months, days: days, nanoseconds: nanoseconds)
        return Vector(.duration, value.map { .duration($0) } ?? .empty, bytes)
    }

    @Test("a value is read and written", arguments: numbers + timesAndTexts + nested + empties)
    func vector(_ vector: Vector) throws {
        let bytes = hex(vector.bytes)
        #expect(try CQLValue.decode(bytes[...], as: vector.type) == vector.value)
        #expect(try hexText(vector.value.encoded(as: vector.type)) == hexText(bytes))
    }

    @Test("a value of another number of bytes is decoded or an error, never a trap", arguments: numbers + nested)
    func cut(_ vector: Vector) {
        let bytes = hex(vector.bytes)
        for count in 0...bytes.count + 1 {
            _ = try? CQLValue.decode((bytes + [0])[..<count], as: vector.type)
        }
    }

    @Test(
        "a value of fixed size with a byte too few or too many is an error",
        arguments: [
            CQLType.int, .bigint, .boolean, .counter, .date, .double, .float, .smallint, .time, .timestamp, .timeuuid,
            .tinyint, .uuid, .inet, .vector(.int, dimension: 2),
        ])
    func wrongSize(_ type: CQLType) {
        for count in [3, 5, 7, 9, 15, 17] {
            #expect(throws: WireError.self) {
                try CQLValue.decode([UInt8](repeating: 1, count: count)[...], as: type)
            }
        }
    }

    @Test("null is nil, for every type")
    func null() throws {
        #expect(try CQLValue.decode(nil, as: .int) == nil)
        #expect(try CQLValue.decode(nil, as: .udt(Self.person)) == nil)
    }

    @Test("any byte but 0 is true")
    func boolean() throws {
        #expect(try CQLValue.decode([0x80], as: .boolean) == .boolean(true))
    }

    @Test(
        "bytes that are no value are an error that says why",
        arguments: [
            (CQLType.text, "ff", "the text at byte 0 needs text in UTF-8, but has other bytes."),
            (.ascii, "c3a9", "the ascii text at byte 0 needs bytes below 0x80, but has others."),
            (.inet, "7f0000", "the inet at byte 0 needs 4 or 16 bytes, but has 3 bytes."),
            (.decimal, "00000001", "the digits of the decimal at byte 4 needs 1 byte, but has 0 bytes."),
            (
                .duration, "020304",
                """
                the duration at byte 0 needs 32-bit months and days, and one sign for all parts, but has 1 months, -2 days, \
                2 nanoseconds.
                """
            ),
            (.duration, "0204", "the nanoseconds of the duration at byte 2 needs 1 byte, but has 0 bytes."),
            (
                .duration, "f1fffffffe0000",
                """
                the duration at byte 0 needs 32-bit months and days, and one sign for all parts, but has 4294967295 months, \
                0 days, 0 nanoseconds.
                """
            ),
            (
                .list(.int), "00000001 ffffffff",
                "the value of element 1 at byte 4 needs a value, as it is in a collection, but has null."
            ),
            (.list(.int), "ffffffff", "the number of elements at byte 4 needs a count of 0 or more, but has -1."),
            (
                .list(.int), "00000000 00",
                "the end of the list<int> value at byte 4 needs no more bytes, but has 1 byte left over."
            ),
            (
                .tuple([.int]), "ffffffff 00",
                "the end of the tuple<int> value at byte 4 needs no more bytes, but has 1 byte left over."
            ),
            (.tuple([.int]), "00000004 00", "the value of element 1 at byte 4 needs 4 bytes, but has 1 byte."),
            (
                .udt(person), "00000001 61 00000001 00",
                "the int of field 'age' at byte 9 needs 4 bytes, but has 1 byte."
            ),
            (
                .map(.int, .text), "00000001 00000004 00000001",
                "the value of entry 1 at byte 12 needs 4 bytes, but has 0 bytes."
            ),
        ])
    func malformed(_ type: CQLType, _ bytes: String, _ message: String) {
        let error = #expect(throws: WireError.self) { try CQLValue.decode(hex(bytes)[...], as: type) }
        #expect(error?.description == message)
    }
}
