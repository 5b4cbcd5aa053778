/// `CREATE TABLE … LIKE` (6.0).
public struct CopyTable: Hashable, Sendable {
    /// What is copied beside the columns.
    public enum Option: String, Hashable, Sendable, CaseIterable {
        case indexes = "INDEXES"
        case comments = "COMMENTS"
        case securityLabels = "SECURITY LABELS"
    }

    /// The new table.
    public let name: QualifiedName
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// The table that is copied.
    public let source: QualifiedName
    /// What is copied beside the columns, in the order in which it is written.
    public let options: [Option]
    /// What is set otherwise than in the table that is copied.
    public let properties: [Property]

    /// Makes a statement.
    public init(
        name: QualifiedName,
        ifNotExists: Bool = false,
        source: QualifiedName,
        options: [Option] = [],
        properties: [Property] = []
    ) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.source = source
        self.options = options
        self.properties = properties
    }
}
