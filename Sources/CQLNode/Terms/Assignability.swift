/// Whether a term can be a value of a type (`AssignmentTestable.TestResult`).
enum Assignability: Int, Comparable, Sendable {
    case none, weak, exact

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The least of several.
    static func all(_ results: [Assignability]) -> Assignability { results.min() ?? .exact }
}
