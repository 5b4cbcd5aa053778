/// A value as text, with everything that its type and the errors about it depend on.
struct SettingText {
    var text: String
    /// Whether it stands in quotes in the file, and holds no reference: then `"true"` is a text and not a truth value.
    var isQuoted = false
    /// The folder that a relative path counts from; "" for the working directory.
    var folder = ""
    /// Where it stands, for errors.
    var place: SettingPlace

    /// The text as a path that is usable from the working directory.
    var path: String { PathText.join(folder, text) }
}

/// Where a value stands, for errors about it.
struct SettingPlace: Sendable, Equatable {
    /// What the sentence is about: `--port`, `CQLMIG_PORT` or `cassandra.port`.
    var subject: String
    var file: String?
    var mark: YAMLMark?

    /// A problem there.
    ///
    /// - Parameter rest: the sentence after its subject.
    func problem(_ code: ConfigurationProblem.Code, _ rest: String, hint: String? = nil) -> ConfigurationProblem {
        ConfigurationProblem(
            code, "\(subject) \(rest)", file: file, line: mark?.line, column: mark?.column, hint: hint
        )
    }
}
