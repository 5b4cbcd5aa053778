import Testing

@testable import CQLClient

@Suite struct ContactPointTests {
    struct Vector: CustomTestStringConvertible, Sendable {
        let text: String
        let host: String
        let port: UInt16
        let description: String
        var testDescription: String { text }

        init(_ text: String, _ host: String, _ port: UInt16, _ description: String) {
            self.text = text
            self.host = host
            self.port = port
            self.description = description
        }

        static let all = [
            Vector("localhost", "localhost", 9042, "localhost:9042"),
            Vector("db-1.example.org:19042", "db-1.example.org", 19042, "db-1.example.org:19042"),
            Vector("my_host", "my_host", 9042, "my_host:9042"),
            Vector("10.0.0.1", "10.0.0.1", 9042, "10.0.0.1:9042"),
            Vector("10.0.0.1:1", "10.0.0.1", 1, "10.0.0.1:1"),
            Vector("10.0.0.1:65535", "10.0.0.1", 65535, "10.0.0.1:65535"),
            Vector("[::1]:9043", "::1", 9043, "[::1]:9043"),
            Vector("[2001:db8::5]", "2001:db8::5", 9042, "[2001:db8::5]:9042"),
            Vector("::1", "::1", 9042, "[::1]:9042"),
            Vector("::", "::", 9042, "[::]:9042"),
            Vector("2001:db8:0:0:0:0:0:5", "2001:db8:0:0:0:0:0:5", 9042, "[2001:db8:0:0:0:0:0:5]:9042"),
            Vector("::ffff:10.0.0.1", "::ffff:10.0.0.1", 9042, "[::ffff:10.0.0.1]:9042"),
            Vector("fe80::1%eth0", "fe80::1%eth0", 9042, "[fe80::1%eth0]:9042"),
            Vector("[fe80::1%2]:9043", "fe80::1%2", 9043, "[fe80::1%2]:9043"),
            Vector("host:00009042", "host", 9042, "host:9042"),
        ]
    }

    @Test("hosts with and without ports, IPv6 with and without brackets", arguments: Vector.all)
    func reads(vector: Vector) throws {
        let point = try #require(ContactPoint(vector.text, defaultPort: 9042))
        #expect(point.host == vector.host)
        #expect(point.port == vector.port)
        #expect(point.description == vector.description)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", " ", ":", ":9042", "host:", "host:0", "host:65536", "host:-1", "host:+9042", "host: 9042", "host:9042 ",
            "host:x", "ho st", "host/9042", "cassandra://host", "user@host", "host:9042:9043", "a:b:c", "[]", "[]:9042",
            "[::1", "::1]", "[::1]9042", "[::1]:", "[::1]:x", "[host]:9042", "[10.0.0.1]:9042", "[::1]:9042:1", "::1::",
            "1:2:3:4:5:6:7:8:9", "fe80::1%", "[fe80::1%]:1", "host\n",
        ])
    func refuses(text: String) {
        #expect(ContactPoint(text, defaultPort: 9042) == nil)
    }

    @Test("a default port of 0 is no port")
    func zeroDefault() {
        #expect(ContactPoint("host", defaultPort: 0) == nil)
        #expect(ContactPoint("host:1", defaultPort: 0) == ContactPoint(host: "host", port: 1))
    }
}
