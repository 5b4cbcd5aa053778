import Testing

@testable import SchemaModel

@Suite struct JavaTests {
    struct Text: Sendable, CustomTestStringConvertible {
        let value: Double
        let text: String
        var testDescription: String { text }

        init(_ value: Double, _ text: String) {
            self.value = value
            self.text = text
        }
    }

    /// What `Double.toString` of Java 17 says.
    static let texts = [
        Text(0, "0.0"), Text(1, "1.0"), Text(0.01, "0.01"), Text(0.001, "0.001"), Text(0.0001, "1.0E-4"),
        Text(6.71e-5, "6.71E-5"), Text(-0.5, "-0.5"), Text(1_234_567, "1234567.0"), Text(10_000_000, "1.0E7"),
        Text(123_456_789, "1.23456789E8"), Text(1e100, "1.0E100"), Text(.infinity, "Infinity"), Text(0.05, "0.05"),
        Text(99.5, "99.5"),
    ]

    @Test("numbers are written as Java writes them", arguments: texts)
    func toString(text: Text) { #expect(JavaNumber.text(text.value) == text.text) }

    @Test(
        "numbers are read as Java reads them",
        arguments: [
            ("1", 1.0), (" 1.5 ", 1.5), ("1e3", 1000), ("+2", 2), ("3.", 3), (".5", 0.5), ("1d", 1), ("-1F", -1),
        ])
    func parse(text: String, value: Double) { #expect(JavaNumber.double(text) == value) }

    @Test("what Java does not read is nil", arguments: ["", "x", "0x1p3", "1,5", "nan", "inf", "--1", "1 2", "e"])
    func refused(text: String) { #expect(JavaNumber.double(text) == nil) }

    @Test("six digits stand behind the point of %f")
    func fixed() {
        #expect(JavaNumber.fixed(-1) == "-1.000000")
        #expect(JavaNumber.fixed(0.25) == "0.250000")
    }

    @Test("strings come in the order of a hash map")
    func order() {
        #expect(JavaHashOrder.hashCode("comment") == 950_398_559)
        #expect(JavaHashOrder.sorted(["c", "b", "a"]) == ["a", "b", "c"])
        #expect(
            JavaHashOrder.sorted(["read_repair_chance", "dclocal_read_repair_chance"]) == [
                "dclocal_read_repair_chance", "read_repair_chance",
            ])
    }
}
