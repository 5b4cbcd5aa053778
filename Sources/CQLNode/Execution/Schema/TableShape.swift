public import CQLSyntax
import CQLWire
public import FoundationEssentials

/// A table, as reading and writing rows need it.
public struct TableShape: Hashable, Sendable {
    /// An index on one column.
    public struct Index: Hashable, Sendable {
        /// What of the column's values it finds.
        public enum Target: Hashable, Sendable {
            /// The value, or the values of a collection.
            case values
            /// The keys of a map.
            case keys
            /// The entries of a map.
            case entries
            /// A frozen collection as a whole.
            case full
        }

        /// The index's name.
        public var name: String
        /// The column.
        public var column: String
        /// What of the column's values it finds.
        public var target: Target
        /// Whether it is a storage-attached index, which finds ranges too.
        public var isStorageAttached: Bool

        /// Makes an index.
        public init(_ name: String, on column: String, _ target: Target = .values, isStorageAttached: Bool = false) {
            self.name = name
            self.column = column
            self.target = target
            self.isStorageAttached = isStorageAttached
        }
    }

    /// What tells a table from one of the same name that was dropped; nil if it has no rows of its own.
    public let id: UUID?
    /// The keyspace.
    public let keyspace: String
    /// The table's name.
    public let name: String
    /// The columns in the order of `SELECT *`: partition key, clustering columns, then static and other columns, both
    /// by name.
    public let columns: [ColumnShape]
    /// The partition key.
    public let partitionKey: [ColumnShape]
    /// The clustering columns.
    public let clustering: [ColumnShape]
    /// The indexes.
    public var indexes: [Index]
    /// How many seconds rows live that are written without a TTL; 0 is for ever.
    public var defaultTimeToLive: Int32
    /// Of dropped columns, when they were dropped in microseconds since 1970: what was written before stays hidden.
    public var droppedColumns: [String: Int64]
    /// The conditions of columns, by their names (`CHECK`, 6.0).
    public var constraints: [String: [ColumnConstraint]]
    /// Whether the server calls it virtual; what it does not store cannot be written.
    public var isVirtual: Bool
    /// Whether it is a materialized view, whose rows are those of another table.
    public var isView: Bool

    private let positions: [String: Int]

    /// Makes a table; the order of the columns does not matter.
    public init(
        id: UUID? = nil,
        keyspace: String,
        name: String,
        columns: [ColumnShape],
        indexes: [Index] = [],
        defaultTimeToLive: Int32 = 0,
        droppedColumns: [String: Int64] = [:],
        constraints: [String: [ColumnConstraint]] = [:],
        isVirtual: Bool = false,
        isView: Bool = false
    ) {
        self.id = id
        self.keyspace = keyspace
        self.name = name
        self.columns = columns.sorted(by: TableShape.isShownBefore)
        self.partitionKey = self.columns.filter(\.isPartitionKey)
        self.clustering = self.columns.filter(\.isClustering)
        self.indexes = indexes
        self.defaultTimeToLive = defaultTimeToLive
        self.droppedColumns = droppedColumns
        self.constraints = constraints
        self.isVirtual = isVirtual
        self.isView = isView
        var positions: [String: Int] = [:]
        for (index, column) in self.columns.enumerated() { positions[column.name] = index }
        self.positions = positions
    }

    /// The order of `SELECT *` (`TableMetadata.allColumnsInSelectOrder`), which differs from that of storage in that
    /// collections stand among the other columns.
    private static func isShownBefore(_ left: ColumnShape, _ right: ColumnShape) -> Bool {
        let (leftRank, rightRank) = (rank(left), rank(right))
        if leftRank != rightRank { return leftRank < rightRank }
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    private static func rank(_ column: ColumnShape) -> (Int, Int) {
        switch column.kind {
        case .partitionKey(let position): (0, position)
        case .clustering(let position, _): (1, position)
        case .static: (2, 0)
        case .regular: (3, 0)
        }
    }
}

extension TableShape {
    /// The column of a name.
    public func column(_ name: String) -> ColumnShape? {
        positions[name].map { columns[$0] }
    }

    /// Where the column of a name stands in ``columns``.
    func position(of name: String) -> Int? { positions[name] }

    /// The columns that the rows of a partition share.
    public var staticColumns: [ColumnShape] { columns.filter(\.isStatic) }

    /// The columns outside of the primary key that are not static.
    public var regularColumns: [ColumnShape] { columns.filter { $0.kind == .regular } }

    /// Whether its columns are counters.
    public var isCounter: Bool { columns.contains { $0.type == .counter } }

    /// `keyspace.table`, as messages have it.
    var description: String { "\(keyspace).\(name)" }
}
