/// A secondary index (`IndexMetadata`).
public struct Index: Hashable, Sendable {
    /// What makes the index; the text is that of `system_schema.indexes`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The server's own, on a table with COMPACT STORAGE.
        case keys = "KEYS"
        /// A class that is named behind USING.
        case custom = "CUSTOM"
        /// The server's own.
        case composites = "COMPOSITES"
    }

    /// The name.
    public var name: String
    /// What makes the index.
    public var kind: Kind
    /// What it indexes as the server notes it: `c`, `keys(c)`, `values(c)`, `entries(c)`, `full(c)`, the column's name
    /// quoted where it must be.
    public var target: String
    /// The class of a custom index as it was written: `StorageAttachedIndex`, `sai`, a Java class.
    public var className: String?
    /// The options without target and class.
    public var options: [String: String]

    /// Makes an index.
    public init(
        name: String,
        kind: Kind = .composites,
        target: String,
        className: String? = nil,
        options: [String: String] = [:]
    ) {
        self.name = name
        self.kind = kind
        self.target = target
        self.className = className
        self.options = options
    }
}
