/// A file is not the YAML that it should be.
struct YAMLError: Error, Sendable, Equatable {
    var code: ConfigurationProblem.Code
    var message: String
    var mark: YAMLMark
    var hint: String?

    init(_ code: ConfigurationProblem.Code, _ message: String, at mark: YAMLMark, hint: String? = nil) {
        self.code = code
        self.message = message
        self.mark = mark
        self.hint = hint
    }
}
