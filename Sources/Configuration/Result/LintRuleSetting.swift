/// What is decided of one rule of the linter.
///
/// Which rules there are is not known here: whoever knows them reports what is wrong with a name at its place.
public struct LintRuleSetting: Sendable, Equatable {
    /// The rule, as it is written.
    public var rule: String
    /// What is to become of its findings.
    public var level: LintLevelName
    /// The file that says so, as a path that is usable from the working directory; nil for a variable.
    public var file: String?
    /// The line of the rule's name, from 1.
    public var line: Int?
    /// The column of the rule's name, from 1.
    public var column: Int?

    /// Makes a decision.
    public init(
        _ rule: String, _ level: LintLevelName, file: String? = nil, line: Int? = nil, column: Int? = nil
    ) {
        self.rule = rule
        self.level = level
        self.file = file
        self.line = line
        self.column = column
    }

    /// That there is no such rule.
    ///
    /// - Parameter near: the rule that was probably meant.
    public func unknownRule(near: String?) -> ConfigurationProblem {
        let subject = file == nil ? SettingName.lintRules.environmentVariable : "lint.rules"
        return ConfigurationProblem(
            .unknownKey,
            "\(subject) names \(quoted(rule)), which is no rule of the linter"
                + (near.map { "; did you mean \($0)?" } ?? ""),
            file: file, line: line, column: column,
            hint: near == nil ? "'cqlmig lint --list' lists the rules" : nil)
    }
}
