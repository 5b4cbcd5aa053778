import Configuration
import Testing

@Suite struct EnvironmentTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var variable: String
        var value: String
        var code: ConfigurationProblem.Code
        var message: String

        var testDescription: String { "\(variable)=\(value)" }
    }

    static let vectors = [
        Vector(
            variable: "CQLMIG_KEYSPCE", value: "a", code: .unknownVariable,
            message: "no setting has the environment variable 'CQLMIG_KEYSPCE'; did you mean CQLMIG_KEYSPACE?"
        ),
        Vector(
            variable: "CQLMIG_FOO", value: "a", code: .unknownVariable,
            message: "no setting has the environment variable 'CQLMIG_FOO'"
        ),
        Vector(
            variable: "CQLMIG_TLS", value: "true", code: .unsupportedSetting,
            message: "CQLMIG_TLS is not supported by this release"
        ),
        Vector(
            variable: "CQLMIG_SECURE_CONNECT_BUNDLE", value: "a", code: .unsupportedSetting,
            message: "CQLMIG_SECURE_CONNECT_BUNDLE is not supported by this release"
        ),
        Vector(
            variable: "CQLMIG_PORT", value: "tcp://10.0.0.1:9042", code: .invalidValue,
            message: "CQLMIG_PORT must be a whole number from 1 to 65535, not 'tcp://10.0.0.1:9042'"
        ),
        Vector(
            variable: "CQLMIG_JSON", value: "1", code: .invalidValue,
            message: "CQLMIG_JSON must be true or false, not '1'"
        ),
        Vector(
            variable: "CQLMIG_COLOR", value: "no", code: .invalidValue,
            message: "CQLMIG_COLOR must be auto, always or never, not 'no'"
        ),
        Vector(
            variable: "CQLMIG_VERBOSE", value: "-1", code: .invalidValue,
            message: "CQLMIG_VERBOSE must be of at least 0, not -1"
        ),
        Vector(
            variable: "CQLMIG_CONTACT_POINTS", value: "a,,b", code: .invalidValue,
            message: "CQLMIG_CONTACT_POINTS must be host, host:port or [v6]:port, not ''"
        ),
    ]

    @Test("a variable that is no setting, or no value of its setting, is an error", arguments: vectors)
    func errors(_ vector: Vector) {
        let problems = Project(environment: [vector.variable: vector.value]).problems()
        #expect(problems.map(\.code) == [vector.code])
        #expect(problems.map(\.message) == [vector.message])
        #expect(problems.allSatisfy { $0.file == nil && $0.line == nil })
    }

    @Test("variables of other parts of the program are left alone")
    func otherVariables() throws {
        let loader = ConfigurationLoader(
            files: MemoryFiles(),
            environment: ["CQLMIG_OPERATOR": "me"],
            workingDirectory: "/",
            otherVariables: ["CQLMIG_OPERATOR"]
        )
        #expect(try loader.load(flags: []).file == nil)
    }

    @Test("a flag has as many values as its setting takes")
    func numberOfValues() {
        #expect(Project().problems("--port=1,2").map(\.message) == ["--port takes exactly one value"])
        let none = GivenFlag(.port, [], spelling: "--port")
        #expect {
            try Project().loader.load(flags: [none])
        } throws: {
            ($0 as? ConfigurationError)?.problems.map(\.message) == ["--port takes exactly one value"]
        }
        #expect(Project().problems("--local-dc=").map(\.message) == ["--local-dc must not be empty"])
    }

    @Test("a counted flag has no upper bound")
    func counted() throws {
        #expect(try Project().settings("--verbose=5").output.verbosity == 3)
        #expect(OutputSettings.early(flags: Project.given(["--verbose=5"]), environment: [:]).verbosity == 3)
    }

    @Test("a flag of something that is not supported is an error")
    func unsupportedFlag() {
        #expect(Project().problems("--tls=true").map(\.message) == ["--tls is not supported by this release"])
    }

    @Test("everything that is wrong comes up at once, the file first and in its order")
    func everything() {
        let yaml = "lock: {ttl: x}\nkeyspce: a\ncassandra: {port: 0, tls: {}}\n"
        let problems = Project(yaml, environment: ["CQLMIG_FOO": "x", "CQLMIG_AGREEMENT": "x"])
            .problems("--profile=p", "--dir=")
        #expect(
            problems.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)" } == [
                "1:13 invalid-value", "2:1 unknown-key", "3:19 invalid-value", "3:22 unsupported-setting",
                "0:0 unknown-variable", "0:0 unknown-profile", "0:0 invalid-value", "0:0 invalid-value",
            ]
        )
    }

    @Test("the output is known before the configuration is read")
    func early() {
        func early(_ flags: String..., environment: [String: String] = [:]) -> OutputSettings {
            .early(flags: Project.given(flags), environment: environment)
        }
        #expect(early() == OutputSettings())
        #expect(
            early("--json=true", "--verbose=2", environment: ["CQLMIG_COLOR": "always", "CQLMIG_QUIET": "true"])
                == OutputSettings(json: true, color: .always, quiet: true, verbosity: 2)
        )
        #expect(
            early(environment: ["CQLMIG_COLOR": "red", "CQLMIG_VERBOSE": "x", "CQLMIG_JSON": "1"]) == OutputSettings())
    }
}
