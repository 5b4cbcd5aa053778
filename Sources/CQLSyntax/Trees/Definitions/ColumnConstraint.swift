/// One condition of a `CHECK` (6.0): what every new value of a column must satisfy.
public enum ColumnConstraint: Hashable, Sendable {
    /// `NOT NULL`.
    case notNull
    /// `column < 10`.
    case comparison(Name, ComparisonOperator, Constant)
    /// `LENGTH(column) < 10`, and other functions of the server whose result is compared.
    case functionComparison(FunctionConstraint, ComparisonOperator, Constant)
    /// `JSON(column)`, `REGEXP(…)` and other functions that answer themselves.
    case function(FunctionConstraint)

    /// A function of a constraint and what it is called with.
    public struct FunctionConstraint: Hashable, Sendable {
        /// The function's name, in lower case.
        public let name: Name
        /// The columns and values in its brackets, as they are written.
        public let arguments: [String]

        /// Makes a function.
        public init(name: Name, arguments: [String]) {
            self.name = name
            self.arguments = arguments
        }
    }
}
