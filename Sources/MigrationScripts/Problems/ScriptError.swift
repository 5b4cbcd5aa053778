/// Everything that is wrong with the scripts of a folder, collected from all files.
public struct ScriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problems in the order of their files and places; at least one of them is an error.
    public let problems: [ScriptProblem]

    /// Makes one of problems in any order.
    public init(_ problems: [ScriptProblem]) {
        self.problems = problems.sorted()
    }

    /// One line for each problem.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
