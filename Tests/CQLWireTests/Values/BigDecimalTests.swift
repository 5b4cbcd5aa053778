import CQLWire
import Testing

@Suite struct BigDecimalTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let unscaled: String
        let scale: Int32
        let text: String
        var testDescription: String { text }

        init(_ unscaled: String, _ scale: Int32, _ text: String) {
            self.unscaled = unscaled
            self.scale = scale
            self.text = text
        }
    }

    /// Made with `new BigDecimal(new BigInteger(unscaled), scale).toString()`.
    static let vectors = [
        Vector("123", 0, "123"), Vector("-123", 0, "-123"), Vector("123", -1, "1.23E+3"), Vector("123", -3, "1.23E+5"),
        Vector("123", 1, "12.3"), Vector("123", 3, "0.123"), Vector("123", 5, "0.00123"),
        Vector("123", 10, "1.23E-8"), Vector("-123", 12, "-1.23E-10"), Vector("0", 2, "0.00"), Vector("0", -2, "0E+2"),
        Vector("0", 7, "0E-7"), Vector("1", 6, "0.000001"), Vector("1", 7, "1E-7"), Vector("-1", 3, "-0.001"),
        Vector("1", .max, "1E-2147483647"), Vector("1", .min, "1E+2147483648"), Vector("10", 1, "1.0"),
    ]

    @Test("the text is that of Java and comes back", arguments: vectors)
    func text(_ vector: Vector) throws {
        let unscaled = try #require(BigInteger(vector.unscaled))
        let number = BigDecimal(unscaled: unscaled, scale: vector.scale)
        #expect(number.description == vector.text)
        #expect(BigDecimal(vector.text) == number)
    }

    @Test(
        "other forms of text are read",
        arguments: [
            (".5", "0.5"), ("5.", "5"), ("+1.50", "1.50"), ("1e3", "1E+3"), ("-1.5e-10", "-1.5E-10"), ("00.10", "0.10"),
        ])
    func otherForms(_ text: String, _ canonical: String) {
        #expect(BigDecimal(text)?.description == canonical)
    }

    @Test(
        "what is no number, or has a scale of more than 32 bits, is refused",
        arguments: [
            "", ".", "-", "e1", "1e", "1e1.0", "1.-5", "1.+5", "1.2.3", "1E2147483649", "1E-2147483648",
            "1E99999999999999999999", "1.5E-9223372036854775808", "NaN", "1 ",
        ])
    func refused(_ text: String) {
        #expect(BigDecimal(text) == nil)
    }
}
