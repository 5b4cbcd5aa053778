import CQLSyntax
import CQLWire

/// A SELECT whose names and types are known (`SelectStatement`).
struct SelectPlan: Sendable {
    let table: TableShape
    let restrictions: StatementRestrictions
    let columns: [SelectedColumn]
    let aggregates: [SelectedAggregate]
    let isJSON: Bool
    let isDistinct: Bool
    /// How many clustering columns a group shares; nil without GROUP BY, -1 where a partition is a group.
    let grouping: Grouping?
    /// Whether rows are read against the order of the table.
    let isReversed: Bool
    /// The columns by which rows of several partitions are sorted together.
    let ordering: [Ordering]
    let limit: PreparedTerm?
    let perPartitionLimit: PreparedTerm?
    let markers: MarkerCollector

    /// What rows of one group share.
    struct Grouping: Hashable, Sendable {
        /// The number of the first clustering columns, besides the partition.
        let clusteringColumns: Int
    }

    /// A clustering column by which rows are sorted.
    struct Ordering: Hashable, Sendable {
        let column: ColumnShape
        let isDescending: Bool
    }

    /// Whether several rows make one row of the result.
    var isAggregate: Bool { !aggregates.isEmpty || grouping != nil }

    /// Whether partitions that hold static columns alone are shown.
    var showsStaticContent: Bool {
        restrictions.clustering.isEmpty && !restrictions.others.contains { $0.columns.contains { !$0.isStatic } }
    }

    /// What describes the rows of the result.
    var resultColumns: [ColumnSpecification] {
        let keyspace = table.keyspace
        if isJSON {
            return [ColumnSpecification(keyspace: keyspace, table: table.name, name: "[json]", type: .text)]
        }
        return columns.map {
            ColumnSpecification(keyspace: keyspace, table: table.name, name: $0.name, type: $0.type)
        }
    }
}
