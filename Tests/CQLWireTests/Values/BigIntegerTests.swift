import CQLWire
import Testing

@Suite struct BigIntegerTests {
    @Test(
        "decimal text comes back",
        arguments: [
            "0", "1", "-1", "127", "-128", "9999999999999999999", "10000000000000000000", "-10000000000000000000",
            "18446744073709551615", "18446744073709551616", "-18446744073709551616", "-9223372036854775808",
            "340282366920938463463374607431768211456", "-340282366920938463463374607431768211456",
            "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
            "1000000000000000000", "999999999999999999999999999999999999", "-170141183460469231731687303715884105728",
        ])
    func text(_ text: String) throws {
        let number = try #require(BigInteger(text))
        #expect(number.description == text)
        #expect(number.isNegative == text.hasPrefix("-"))
        #expect(BigInteger(twosComplement: number.twosComplement) == number)
        #expect(number.int64 == Int64(text))
    }

    @Test("superfluous bytes, zeros and signs do not count")
    func normalized() throws {
        #expect(BigInteger(twosComplement: hex("000000ff")) == BigInteger(255))
        #expect(BigInteger(twosComplement: hex("ffffff80")).twosComplement == [0x80])
        #expect(BigInteger(twosComplement: hex("ffff7f")).twosComplement == [0xff, 0x7f])
        #expect(BigInteger(twosComplement: hex("0000")).twosComplement == [0])
        #expect(BigInteger(twosComplement: hex("ffff")).twosComplement == [0xff])
        #expect(BigInteger(twosComplement: []) == BigInteger(0))
        #expect(BigInteger("+007") == BigInteger(7))
        #expect(BigInteger("-0") == BigInteger(0))
        #expect(BigInteger("-000000000000000000000000000000000000000001") == BigInteger(-1))
    }

    @Test("numbers of fixed size are taken over, unsigned ones as such")
    func fixedSize() {
        #expect(BigInteger(UInt64.max).description == "18446744073709551615")
        #expect(BigInteger(Int64.min).description == "-9223372036854775808")
        #expect(BigInteger(UInt8(200)).twosComplement == [0, 200])
        #expect(BigInteger(Int8(-1)).twosComplement == [0xff])
        #expect(BigInteger(UInt64.max).int64 == nil)
        #expect(BigInteger(Int64.min).int64 == .min)
        #expect(BigInteger(Int64.max).int64 == .max)
    }

    @Test(
        "what is no decimal number is refused", arguments: ["", "-", "+", "1a", "--1", "1.0", " 1", "1 ", "０", "0x1"])
    func refused(_ text: String) {
        #expect(BigInteger(text) == nil)
    }
}
