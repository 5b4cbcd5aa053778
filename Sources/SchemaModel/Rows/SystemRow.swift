/// A row of a table of `system_schema`.
public struct SystemRow: Hashable, Sendable {
    /// The table: `keyspaces`, `tables`, `columns`, `dropped_columns`, `indexes`, `types` and so on.
    public let table: String

    /// The values by the column's name; a column that is not here is null.
    public var values: [String: SystemValue]

    /// Makes a row.
    public init(_ table: String, _ values: [String: SystemValue]) {
        self.table = table
        self.values = values
    }
}

/// Why rows of `system_schema` cannot be read.
public struct SystemRowError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table of `system_schema`.
    public let table: String
    /// The column with what is wrong.
    public let column: String
    /// What it needs to be.
    public let need: String
    /// The row's keyspace and, where it has one, its second name.
    public let name: String

    /// The error as a sentence.
    public var description: String {
        "The row of system_schema.\(table) for \(name) has no \(need) in its column \(column)."
    }
}
