import Testing

@testable import Configuration

@Suite struct InterpolationTests {
    private static let interpolation = Interpolation(
        environment: ["A": "a", "B": "b c", "EMPTY": "", "REF": "${A}", "D": "$"],
        folder: "etc"
    ) { path throws(FileReadingError) in
        switch path {
        case "etc/secret": Array("s3cret\n".utf8)
        case "etc/crlf": Array("x\r\n".utf8)
        case "/abs/a": Array("two\n\n".utf8)
        case "etc/empty": []
        case "etc/latin1": [0xE9]
        default: throw .notFound
        }
    }

    static let values = [
        ("plain", "plain"), ("", ""), ("${A}", "a"), ("x${A}y${B}z", "xayb cz"), ("${EMPTY}", ""),
        ("${A:-d}", "a"), ("${EMPTY:-d}", "d"), ("${NO:-d}", "d"), ("${NO:-}", ""), ("${NO:-a:b-c?}", "a:b-c?"),
        ("${NO:-${A}}", "a"), ("${NO:-${NO2:-${A}x}y}z", "axyz"), ("${A:?m}", "a"), ("${A:?}", "a"),
        ("$$", "$"), ("$${A}", "${A}"), ("$$$A", "$$A"), ("$", "$"), ("$A", "$A"), ("a$ b", "a$ b"), ("}", "}"),
        ("{}", "{}"),
        ("${REF}", "${A}"), ("${D}{A}", "${A}"), ("${NO:-$$}", "$"), ("${NO:-$${}", "${"), ("${NO:-{}", "{"),
        ("${file:secret}", "s3cret"), ("${file:crlf}", "x"), ("${file:/abs/a}", "two\n"), ("${file:empty}", ""),
        ("${file:${NO:-secret}}", "s3cret"), ("ü${A}ü", "üaü"),
    ]

    @Test("references are replaced, and what they stand for is not looked at again", arguments: values)
    func replaced(_ text: String, _ expected: String) throws {
        #expect(try Self.interpolation.resolve(text) == expected)
    }

    static let failures: [(String, ConfigurationProblem.Code, String)] = [
        ("${NO}", .unsetVariable, "needs the variable NO, which is not set"),
        ("${NO:?}", .unsetVariable, "needs the variable NO, which is not set"),
        ("${EMPTY:?}", .unsetVariable, "needs the variable EMPTY, which is empty"),
        ("${NO:?ask ${A}}", .unsetVariable, "needs the variable NO, which is not set: ask a"),
        ("${NO:-${NO2}}", .unsetVariable, "needs the variable NO2, which is not set"),
        ("${", .invalidReference, "has a ${ without its }"),
        ("${A", .invalidReference, "has a ${ without its }"),
        ("${A:-${B}", .invalidReference, "has a ${ without its }"),
        ("${}", .invalidReference, "has the reference '${}', which means nothing"),
        ("${1}", .invalidReference, "has the reference '${1}', which means nothing"),
        ("${A-b}", .invalidReference, "has the reference '${A-b}', which means nothing"),
        ("${A:+b}", .invalidReference, "has the reference '${A:+b}', which means nothing"),
        ("${ A}", .invalidReference, "has the reference '${ A}', which means nothing"),
        ("${É}", .invalidReference, "has the reference '${É}', which means nothing"),
        ("${file:none}", .unreadableFile, "needs the file 'etc/none', which does not exist"),
        ("${file:latin1}", .unreadableFile, "needs the file 'etc/latin1', which is not UTF-8"),
        (
            String(repeating: "${N:-", count: 9) + String(repeating: "}", count: 9), .invalidReference,
            "nests more than 8 references"
        ),
    ]

    @Test("a reference without a value is an error", arguments: failures)
    func failing(_ text: String, _ code: ConfigurationProblem.Code, _ message: String) {
        #expect {
            try Self.interpolation.resolve(text)
        } throws: {
            guard let failure = $0 as? Interpolation.Failure else { return false }
            return failure.code == code && failure.message == message
        }
    }

    @Test("a value with a reference has its type, in quotes or without")
    func types() throws {
        let text = """
            cassandra: {port: "${PORT}"}
            keyspace: {name: a, durable_writes: "${DURABLE}"}
            lock:
              ttl: ${TTL:-70}
            """
        let settings = try Project(text, environment: ["PORT": "17", "DURABLE": "false"])
            .settings()
        #expect(settings.port == 17)
        #expect(settings.lockTTL == .seconds(70))
        #expect(settings.keyspaces == [KeyspaceSetting(name: "a", durableWrites: false)])
        #expect(
            Project(text, environment: ["PORT": "no", "DURABLE": "no"]).problems().map(\.message) == [
                "cassandra.port must be a whole number from 1 to 65535, not 'no'",
                "durable_writes must be true or false, not 'no'",
            ]
        )
    }

    @Test("a text with commas can stand for a list")
    func lists() throws {
        let settings = try Project(
            "cassandra: {contact_points: \"${HOSTS}\"}\nkeyspaces: ${KS}\n",
            environment: ["HOSTS": "a, b:1", "KS": "k1,k2"]
        ).settings()
        #expect(settings.contactPoints == [ContactPoint(host: "a"), ContactPoint(host: "b", port: 1)])
        #expect(settings.keyspaces.map(\.name) == ["k1", "k2"])
    }
}
