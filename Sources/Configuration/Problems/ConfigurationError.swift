/// The configuration cannot be used; everything that is wrong with it, at once.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, at least one thing: first what stands in the file, in its order, then variables and flags.
    public let problems: [ConfigurationProblem]

    /// Makes an error out of one problem or more.
    public init(_ first: ConfigurationProblem, _ more: [ConfigurationProblem] = []) {
        problems = ([first] + more).enumerated()
            .sorted { a, b in Self.place(a) < Self.place(b) }
            .map(\.element)
    }

    /// Throws if there is any problem.
    static func throwAny(_ problems: [ConfigurationProblem]) throws(ConfigurationError) {
        if let first = problems.first { throw ConfigurationError(first, Array(problems.dropFirst())) }
    }

    /// One problem per line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }

    private static func place(_ item: (offset: Int, element: ConfigurationProblem)) -> (Int, Int, Int) {
        guard item.element.file != nil else { return (.max, 0, item.offset) }
        return (item.element.line ?? 0, item.element.column ?? 0, item.offset)
    }
}
