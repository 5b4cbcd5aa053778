/// `CREATE INDEX` and `CREATE CUSTOM INDEX`.
public struct CreateIndex: Hashable, Sendable {
    /// What of a column it indexes.
    public enum Target: Hashable, Sendable {
        /// A column as a whole, or the values of a collection.
        case column(Name)
        /// `values(c)`.
        case values(Name)
        /// `keys(c)`.
        case keys(Name)
        /// `entries(c)`.
        case entries(Name)
        /// `full(c)`.
        case full(Name)
    }

    /// The index; nil where the server shall name it.
    public let name: Name?
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// The table.
    public let table: QualifiedName
    /// What it indexes; several columns only in custom indexes, none at all where the brackets are empty.
    public let targets: [Target]
    /// Whether it says CUSTOM.
    public let isCustom: Bool
    /// The class behind USING: a Java class, or a short name such as `sai`.
    public let using: Constant?
    /// What stands behind WITH: `OPTIONS = {…}`.
    public let properties: [Property]

    /// Makes a statement.
    public init(
        name: Name?,
        ifNotExists: Bool = false,
        table: QualifiedName,
        targets: [Target],
        isCustom: Bool = false,
        using: Constant? = nil,
        properties: [Property] = []
    ) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.table = table
        self.targets = targets
        self.isCustom = isCustom
        self.using = using
        self.properties = properties
    }
}
