import CQLWire
import FoundationEssentials
import Testing

@Suite struct LiteralTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let value: CQLValue
        let text: String
        var testDescription: String { text }

        init(_ value: CQLValue, _ text: String) {
            self.value = value
            self.text = text
        }
    }

    static let simple = [
        Vector(.text("it's"), "'it''s'"), Vector(.ascii(""), "''"), Vector(.text("é\n\"$$"), "'é\n\"$$'"),
        Vector(.blob([0xca, 0xfe, 0x00]), "0xcafe00"), Vector(.blob([]), "0x"),
        Vector(.boolean(true), "true"), Vector(.boolean(false), "false"),
        Vector(.tinyint(-1), "-1"), Vector(.smallint(2), "2"), Vector(.int(.min), "-2147483648"),
        Vector(.bigint(.min), "-9223372036854775808"), Vector(.counter(5), "5"),
        Vector(.varint(BigInteger(UInt64.max)), "18446744073709551615"),
        Vector(.decimal(BigDecimal(unscaled: BigInteger(1), scale: -3)), "1E+3"),
        Vector(.double(0.1), "0.1"), Vector(.double(1e100), "1e+100"), Vector(.double(-0.0), "-0.0"),
        Vector(.float(0.1), "0.1"), Vector(.float(3), "3.0"),
        Vector(.double(.nan), "NaN"), Vector(.float(-.nan), "NaN"), Vector(.double(.infinity), "Infinity"),
        Vector(.float(-.infinity), "-Infinity"),
        Vector(.inet(inet("::1")), "'::1'"),
        Vector(
            .uuid(UUID(uuid: (0, 17, 34, 51, 68, 85, 0x16, 119, 136, 153, 170, 187, 204, 221, 238, 255))),
            "00112233-4455-1677-8899-aabbccddeeff"
        ),
    ]

    static let times = [
        Vector(.date(0), "'1970-01-01'"), Vector(.date(-1), "'1969-12-31'"), Vector(.date(19_782), "'2024-02-29'"),
        Vector(.date(-719_162), "'0001-01-01'"), Vector(.date(2_932_896), "'9999-12-31'"),
        Vector(.date(-719_163), "2146764485"), Vector(.date(2_932_897), "2150416545"),
        Vector(.date(.min), "0"), Vector(.date(.max), "4294967295"),
        Vector(.time(45_296_789_012_345), "'12:34:56.789012345'"), Vector(.time(0), "'00:00:00.000000000'"),
        Vector(.time(-1), "-1"), Vector(.time(86_400_000_000_000), "86400000000000"),
        Vector(.timestamp(1_709_210_096_789), "'2024-02-29T12:34:56.789Z'"),
        Vector(.timestamp(-1), "'1969-12-31T23:59:59.999Z'"), Vector(.timestamp(0), "'1970-01-01T00:00:00.000Z'"),
        Vector(.timestamp(-12_219_292_800_000), "'1582-10-15T00:00:00.000Z'"),
        Vector(.timestamp(-12_219_292_800_001), "-12219292800001"),
        Vector(.timestamp(253_402_300_799_999), "'9999-12-31T23:59:59.999Z'"),
        Vector(.timestamp(253_402_300_800_000), "253402300800000"),
        Vector(.timestamp(.min), "-9223372036854775808"), Vector(.timestamp(.max), "9223372036854775807"),
        duration(1, 2, 3, "1mo2d3ns"), duration(-1, -2, -3, "-1mo2d3ns"), duration(0, 0, 0, "0ns"),
        duration(0, 5, 0, "5d"), duration(-.max, 0, -.max, "-2147483647mo9223372036854775807ns"),
    ]

    static let nested = [
        Vector(.list([.int(1), .text("a")]), "[1, 'a']"), Vector(.list([]), "[]"),
        Vector(.set([.int(1), .int(2)]), "{1, 2}"), Vector(.set([]), "{}"),
        Vector(.map([.init(.text("k"), .list([.int(1)])), .init(.text("l"), .list([]))]), "{'k': [1], 'l': []}"),
        Vector(.tuple([.int(1), nil]), "(1, null)"),
        Vector(.udt([.init("a", .int(1)), .init("B\"c", nil)]), "{\"a\": 1, \"B\"\"c\": null}"),
        Vector(.vector([.float(1), .float(2.5)]), "[1.0, 2.5]"),
    ]

    private static func duration(_ months: Int32, _ days: Int32, _ nanoseconds: Int64, _ text: String) -> Vector {
        let value = CQLDuration(months: months, days: days, nanoseconds: nanoseconds)
        return Vector(value.map { .duration($0) } ?? .empty, text)
    }

    @Test("a value is rendered as CQL", arguments: simple + times + nested)
    func literal(_ vector: Vector) throws {
        #expect(try vector.value.literal() == vector.text)
    }

    @Test(
        "a value without a literal is an error that says so",
        arguments: [
            CQLValue.empty, .custom([1]), .list([.empty]), .udt([.init("a", .custom([]))]),
            duration(.min, 0, 0, "").value, duration(0, .min, 0, "").value, duration(0, 0, .min, "").value,
        ]
    )
    func none(_ value: CQLValue) {
        let error = #expect(throws: WireError.self) { try value.literal() }
        #expect(error?.kind == .unsupported)
    }
}
