/// `INSERT`.
public struct Insert: Hashable, Sendable {
    /// Where the values come from.
    public enum Values: Hashable, Sendable {
        /// `(a, b) VALUES (1, 2)`.
        case columns([Name], [Term])
        /// `JSON '…'` with what becomes of columns that it does not name.
        case json(Term, keepsUnset: Bool)
    }

    /// The table.
    public let table: QualifiedName
    /// What is written.
    public let values: Values
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// `USING …`.
    public let using: Using

    /// Makes a statement.
    public init(table: QualifiedName, values: Values, ifNotExists: Bool = false, using: Using = Using()) {
        self.table = table
        self.values = values
        self.ifNotExists = ifNotExists
        self.using = using
    }
}
