import CQLWire
import Testing

@Suite struct InetAddressTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let text: String
        let bytes: String
        var testDescription: String { text }

        init(_ text: String, _ bytes: String) {
            self.text = text
            self.bytes = bytes
        }
    }

    static let canonical = [
        Vector("0.0.0.0", "00000000"), Vector("127.0.0.1", "7f000001"), Vector("255.255.255.255", "ffffffff"),
        Vector("::", "00000000000000000000000000000000"), Vector("::1", "00000000000000000000000000000001"),
        Vector("1::", "00010000000000000000000000000000"),
        Vector("2001:db8::1", "20010db8000000000000000000000001"),
        Vector("2001:db8:0:1:1:1:1:1", "20010db8000000010001000100010001"),
        Vector("2001:0:0:1::1", "20010000000000010000000000000001"),
        Vector("2001:db8::1:0:0:1", "20010db8000000000001000000000001"),
        Vector("fe80::a00:27ff:fe4e:66a1", "fe800000000000000a0027fffe4e66a1"),
        Vector("::ffff:192.0.2.1", "00000000000000000000ffffc0000201"),
        Vector("1:2:3:4:5:6:7:8", "00010002000300040005000600070008"),
        Vector("0:2:3:4:5:6:7:8", "00000002000300040005000600070008"),
        Vector("1:2:3:4:5:6::", "00010002000300040005000600000000"),
    ]

    static let others = [
        Vector("2001:DB8:0:0:0:0:0:1", "20010db8000000000000000000000001"),
        Vector("2001:0db8::0001", "20010db8000000000000000000000001"),
        Vector("::1.2.3.4", "00000000000000000000000001020304"),
        Vector("64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221"),
        Vector("1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304"),
        Vector("1:2:3:4:5:6:7::", "00010002000300040005000600070000"),
    ]

    @Test("the text form of RFC 5952 is written and read", arguments: canonical)
    func text(_ vector: Vector) throws {
        let address = try #require(InetAddress(vector.text))
        #expect(hexText(address.bytes) == vector.bytes)
        #expect(InetAddress(bytes: hex(vector.bytes))?.description == vector.text)
        #expect(address.isV6 == vector.text.contains(":"))
    }

    @Test("the other forms of RFC 4291 are read", arguments: others)
    func otherForms(_ vector: Vector) {
        #expect(InetAddress(vector.text).map { hexText($0.bytes) } == vector.bytes)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..3.4", "1.2.3.4 ", "localhost", ":", ":::",
            "1:2:3",
            "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1.2.3.4::",
            "::1.2.3", "fe80::1%eth0", "[::1]", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::1.2.3.4:5", "-1.2.3.4",
        ])
    func refused(_ text: String) {
        #expect(InetAddress(text) == nil)
    }

    @Test("only 4 and 16 bytes are an address", arguments: [0, 3, 5, 15, 17])
    func wrongSize(_ count: Int) {
        #expect(InetAddress(bytes: [UInt8](repeating: 0, count: count)) == nil)
    }

    @Test("an address that means all is told")
    func unspecified() {
        #expect(inet("0.0.0.0").isUnspecified && inet("::").isUnspecified)
        #expect(!inet("127.0.0.1").isUnspecified && !inet("::1").isUnspecified)
        #expect(inet("0.0.0.0") != inet("::"))
    }

    @Test("an endpoint of version 6 has brackets")
    func endpoint() {
        #expect("\(InetEndpoint(address: inet("10.0.0.1"), port: 9042))" == "10.0.0.1:9042")
        #expect("\(InetEndpoint(address: inet("::1"), port: 1))" == "[::1]:1")
    }
}
