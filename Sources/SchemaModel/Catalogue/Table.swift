public import FoundationEssentials

/// A table (`TableMetadata`).
public struct Table: Hashable, Sendable {
    /// What the server notes of a table's kind in `system_schema.tables`.
    public enum Flag: String, Hashable, Sendable, CaseIterable {
        /// Made without COMPACT STORAGE.
        case compound
        /// Its regular columns are counters.
        case counter
        /// Made with COMPACT STORAGE, where all columns but one are part of the key.
        case dense
        /// Made by Thrift with super columns.
        case `super`
    }

    /// The identity: a table that is dropped and made anew has another one.
    public var id: UUID
    /// The keyspace.
    public var keyspace: String
    /// The name.
    public var name: String
    /// The columns of the partition key, in the key's order.
    public var partitionKey: [Column]
    /// The clustering columns, in the key's order.
    public var clustering: [Column]
    /// The static columns, in the server's order: `SELECT *` shows them in it.
    public private(set) var statics: [Column]
    /// The regular columns, in the server's order: `SELECT *` shows them in it.
    public private(set) var regulars: [Column]
    /// The columns that are gone, by name; what is gone twice has its last time.
    public var dropped: [String: DroppedColumn]
    /// What stands behind WITH.
    public var options: TableOptions
    /// The secondary indexes by name.
    public var indexes: [String: Index]
    /// The Java classes of its triggers, by the triggers' names.
    public var triggers: [String: String] = [:]
    /// What kind of table it is.
    public var flags: Set<Flag>
    /// Whether it is a view of the node's inner state (`system_views`) that no statement can change.
    public var isVirtual: Bool

    /// Makes a table; its columns go where their kind says, those of a key in the order in which they stand here.
    public init(
        id: UUID,
        keyspace: String,
        name: String,
        columns: [Column],
        dropped: [String: DroppedColumn] = [:],
        options: TableOptions = TableOptions(),
        indexes: [String: Index] = [:],
        flags: Set<Flag> = [.compound],
        isVirtual: Bool = false
    ) {
        self.id = id
        self.keyspace = keyspace
        self.name = name
        partitionKey = columns.filter { $0.kind == .partitionKey }
        clustering = columns.filter { $0.kind == .clustering }
        statics = columns.filter { $0.kind == .static }.sorted(by: Column.isStoredBefore)
        regulars = columns.filter { $0.kind == .regular }.sorted(by: Column.isStoredBefore)
        self.dropped = dropped
        self.options = options
        self.indexes = indexes
        self.flags = flags
        self.isVirtual = isVirtual
    }

    /// Every column in the order in which `SELECT *` shows them: partition key, clustering, static, regular.
    public var columns: [Column] { partitionKey + clustering + statics + regulars }

    /// The columns of the primary key in its order.
    public var primaryKey: [Column] { partitionKey + clustering }

    /// Whether its regular columns are counters.
    public var isCounter: Bool { flags.contains(.counter) }

    /// Whether it was made with COMPACT STORAGE or by Thrift.
    public var isCompact: Bool {
        !flags.contains(.compound) || flags.contains(.dense) || flags.contains(.super)
    }

    /// A column by name.
    public func column(_ name: String) -> Column? {
        partitionKey.first { $0.name == name } ?? clustering.first { $0.name == name }
            ?? regulars.first { $0.name == name } ?? statics.first { $0.name == name }
    }

    /// Adds a column: one of the key behind the others of its kind, any other at its place.
    public mutating func add(_ column: Column) {
        switch column.kind {
        case .partitionKey: partitionKey.append(column)
        case .clustering: clustering.append(column)
        case .static: Self.insert(column, in: &statics)
        case .regular: Self.insert(column, in: &regulars)
        }
    }

    /// Takes a column away that is not part of the key.
    public mutating func removeColumn(_ name: String) {
        statics.removeAll { $0.name == name }
        regulars.removeAll { $0.name == name }
    }

    private static func insert(_ column: Column, in columns: inout [Column]) {
        let place = columns.firstIndex { Column.isStoredBefore(column, $0) }
        columns.insert(column, at: place ?? columns.endIndex)
    }
}
