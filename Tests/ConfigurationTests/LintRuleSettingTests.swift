import Testing

@testable import Configuration

@Suite struct LintRuleSettingTests {
    private static func rules(
        _ yaml: String, _ flag: String = "--config=/project/cqlmig.yml", environment: [String: String] = [:]
    ) throws -> [String] {
        try Project(yaml, environment: environment).settings(flag).lintRules.map { "\($0.rule)=\($0.level.rawValue)" }
    }

    @Test("rules have the levels of the file, whose words need no quotes")
    func levels() throws {
        #expect(
            try Self.rules("lint: { rules: { no-rollback: off, column-drop: error } }\n")
                == ["column-drop=error", "no-rollback=off"])
        #expect(try Self.rules("keyspace: a\n") == [])
        #expect(try Self.rules("lint:\n  rules:\n") == [])
    }

    @Test("a profile decides rule by rule, and null takes all back")
    func profile() throws {
        let yaml = """
            lint: {rules: {a: off, b: off}}
            profiles:
              mine: {lint: {rules: {b: error, c: info}}}
              none: {lint: {rules: null}}
            """
        #expect(try Self.rules(yaml, "--profile=mine") == ["a=off", "b=error", "c=info"])
        #expect(try Self.rules(yaml, "--profile=none") == [])
    }

    @Test("a variable replaces the file")
    func variable() throws {
        #expect(
            try Self.rules(
                "lint: {rules: {a: off}}\n", environment: ["CQLMIG_LINT_RULES": "b=warning, c=OFF"])
                == ["b=warning", "c=off"])
        let problems = Project("", environment: ["CQLMIG_LINT_RULES": "b"]).problems()
        #expect(problems.map(\.message) == ["CQLMIG_LINT_RULES must be RULE=LEVEL, not 'b'"])
    }

    @Test("a rule that there is not is reported at its name")
    func unknown() throws {
        let rule = try #require(try Project("lint:\n  rules:\n    colum-drop: off\n").settings().lintRules.first)
        let problem = rule.unknownRule(near: "column-drop")
        #expect(
            problem.message
                == "lint.rules names 'colum-drop', which is no rule of the linter; did you mean column-drop?")
        #expect([problem.line, problem.column] == [3, 5])
    }
}
