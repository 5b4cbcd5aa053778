/// A place in a YAML file.
struct YAMLMark: Sendable, Equatable {
    /// The line, from 1.
    var line: Int
    /// The column in characters, from 1.
    var column: Int

    static let start = YAMLMark(line: 1, column: 1)
}
