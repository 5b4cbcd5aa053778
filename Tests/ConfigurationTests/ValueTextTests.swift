import Configuration
import Testing

@Suite struct ValueTextTests {
    static let durations: [(String, Duration, String)] = [
        ("0", .zero, "0s"), ("0ms", .zero, "0s"), ("1", .seconds(1), "1s"), ("500ms", .milliseconds(500), "500ms"),
        ("30s", .seconds(30), "30s"), ("1500ms", .milliseconds(1_500), "1500ms"), ("60s", .seconds(60), "60s"),
        ("1m", .seconds(60), "60s"), ("5m", .seconds(300), "5m"), ("90", .seconds(90), "90s"),
        ("1h", .seconds(3_600), "1h"),
        ("36000000s", .seconds(36_000_000), "10000h"), ("007s", .seconds(7), "7s"),
    ]

    @Test("a duration is a number with a unit, or seconds, and its text reads back", arguments: durations)
    func duration(_ text: String, _ expected: Duration, _ formatted: String) throws {
        #expect(try DurationText.parse(text) == expected)
        #expect(DurationText.format(expected) == formatted)
        #expect(try DurationText.parse(formatted) == expected)
    }

    @Test(
        "other texts are no durations",
        arguments: [
            "", "s", "ms", "5 s", " 5s", "5S", "1d", "-1s", "+1s", "1.5s", "1m30s", "0x5s", "٣s", "five", "5s\0",
        ]
    )
    func noDuration(_ text: String) {
        #expect {
            try DurationText.parse(text)
        } throws: {
            ($0 as? ValueError)?.message.hasPrefix("must be a duration such as 500ms, 30s, 5m or 1h") == true
        }
    }

    @Test(
        "a duration beyond its bounds is an error that names them",
        arguments: [
            ("61s", "must be from 1s to 60s, not 61s"), ("0", "must be from 1s to 60s, not 0"),
            ("99999999999999999999999999h", "must be from 1s to 60s, not that long"),
            ("9223372036854775807h", "must be from 1s to 60s, not 9223372036854775807h"),
        ]
    )
    func outOfBounds(_ text: String, _ message: String) {
        #expect(throws: ValueError(message)) { try DurationText.parse(text, in: .seconds(1)...Duration.seconds(60)) }
    }

    @Test("without bounds ten thousand hours are the most")
    func most() {
        #expect(throws: ValueError("must be from 0s to 10000h, not 10001h")) { try DurationText.parse("10001h") }
    }

    static let integers: [(String, String?)] = [
        ("1", nil), ("100", nil), ("007", nil), ("-1", "must be from 1 to 100, not -1"),
        ("0", "must be from 1 to 100, not 0"),
        ("101", "must be from 1 to 100, not 101"), ("", "must be a whole number from 1 to 100, not ''"),
        ("-", "must be a whole number from 1 to 100, not '-'"),
        ("+1", "must be a whole number from 1 to 100, not '+1'"),
        ("1.0", "must be a whole number from 1 to 100, not '1.0'"),
        ("abc", "must be a whole number from 1 to 100, not 'abc'"),
        ("99999999999999999999", "must be from 1 to 100, not 99999999999999999999"),
        ("999999999999999999999", "must be from 1 to 100, not that large"),
    ]

    @Test("a whole number is decimal digits within its bounds", arguments: integers)
    func integer(_ text: String, _ message: String?) throws {
        if let message {
            #expect(throws: ValueError(message)) { try IntegerText.parse(text, in: 1...100) }
        } else {
            #expect(try IntegerText.parse(text, in: 1...100) == Int(text))
        }
    }

    @Test("a number without an upper bound says so")
    func unbounded() {
        #expect(throws: ValueError("must be of at least 1, not 0")) { try IntegerText.parse("0", in: 1...Int.max) }
        #expect(throws: ValueError("must be a whole number of at least 1, not 'x'")) {
            try IntegerText.parse("x", in: 1...Int.max)
        }
    }

    static let contactPoints: [(String, ContactPoint?)] = [
        ("localhost", .init(host: "localhost")), ("10.0.0.1", .init(host: "10.0.0.1")),
        ("db-1.example.com:9142", .init(host: "db-1.example.com", port: 9142)),
        ("_srv.x:1", .init(host: "_srv.x", port: 1)),
        ("[::1]:65535", .init(host: "::1", port: 65_535)), ("[fe80::1%eth0]", .init(host: "fe80::1%eth0")),
        ("2001:db8::1", .init(host: "2001:db8::1")), ("::ffff:1.2.3.4", .init(host: "::ffff:1.2.3.4")),
        ("", nil), (":9042", nil), ("a:", nil), ("a:0", nil), ("a:65536", nil), ("a:x", nil), ("a:-1", nil),
        ("a:+1", nil),
        ("[::1", nil), ("[::1]x", nil), ("[::1]:", nil), ("[a]:1", nil), ("[]", nil), ("a b", nil), ("http://a", nil),
        ("a:1:x", nil), ("é", nil), ("a,b", nil), ("::1%\0", nil),
    ]

    @Test("a contact point is a host with or without a port", arguments: contactPoints)
    func contactPoint(_ text: String, _ expected: ContactPoint?) throws {
        guard let expected else {
            #expect(throws: ValueError.self) { try ContactPoint(text) }
            return
        }
        let point = try ContactPoint(text)
        #expect(point == expected)
        #expect(try ContactPoint(point.description) == expected)
    }

    @Test("a secret has no description, no mirror and no length")
    func secret() {
        let secret = Secret("value")
        #expect("\(secret)" == "********")
        #expect(String(reflecting: secret) == "********")
        #expect(Mirror(reflecting: secret).children.isEmpty)
        #expect("\(Optional(secret) as Any)" == "Optional(********)")
        #expect(secret.revealed() == "value")
    }
}
