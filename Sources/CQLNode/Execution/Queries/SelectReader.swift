import CQLSyntax
import CQLWire

/// Looks up the names of a SELECT and checks it (`SelectStatement.RawStatement.prepare`).
struct SelectReader: Sendable {
    let environment: StatementEnvironment
    let table: TableShape
    var preparer: TermPreparer

    init(_ environment: StatementEnvironment, table: QualifiedName) throws(ServerError) {
        self.environment = environment
        self.table = try environment.table(table)
        preparer = TermPreparer(environment, keyspace: self.table.keyspace)
    }

    mutating func plan(_ select: Select) throws(ServerError) -> SelectPlan {
        var reader = SelectorReader(table: table, environment: environment, preparer: preparer)
        var columns: [SelectedColumn] = []
        for item in select.items { columns.append(try reader.column(item)) }
        preparer = reader.preparer
        if select.items.isEmpty {
            columns = table.columns.map { SelectedColumn(name: $0.name, type: $0.type, selector: .column($0)) }
            if select.isDistinct { columns = try wildcardOfDistinct() }
        }
        let limit = try limit(select.limit, "[limit]")
        let perPartition = try self.limit(select.perPartitionLimit, "[per_partition_limit]")
        let selectedColumns =
            columns.flatMap { $0.selector.columns } + reader.aggregates.flatMap { $0.arguments.flatMap(\.columns) }
        let onlyStatic =
            !select.items.isEmpty && !selectedColumns.isEmpty
            && selectedColumns.allSatisfy { $0.isStatic || $0.isPartitionKey }
            && selectedColumns.contains(where: \.isStatic)
        let restrictions = try StatementRestrictions(
            select.relations,
            of: .select,
            table: table,
            environment: environment,
            preparer: &preparer,
            onlyStatic: onlyStatic,
            allowFiltering: select.allowFiltering || table.isVirtual
        )
        if select.isDistinct {
            try checkDistinct(selectedColumns, restrictions)
            guard perPartition == nil else {
                throw .invalid("PER PARTITION LIMIT is not allowed with SELECT DISTINCT queries")
            }
        }
        let grouping = try grouping(select, restrictions)
        guard perPartition == nil || (reader.aggregates.isEmpty && grouping == nil) || grouping != nil else {
            throw .invalid("PER PARTITION LIMIT is not allowed with aggregate queries.")
        }
        let (isReversed, ordering) = try ordering(select, restrictions)
        return SelectPlan(
            table: table,
            restrictions: restrictions,
            columns: columns,
            aggregates: reader.aggregates,
            isJSON: select.isJSON,
            isDistinct: select.isDistinct,
            grouping: grouping,
            isReversed: isReversed,
            ordering: ordering,
            limit: limit,
            perPartitionLimit: perPartition,
            markers: preparer.markers
        )
    }

    private mutating func limit(_ term: Term?, _ name: String) throws(ServerError) -> PreparedTerm? {
        guard let term else { return nil }
        let receiver = Receiver(keyspace: table.keyspace, table: table.name, name: name, type: .int)
        return try preparer.prepare(term, for: receiver)
    }

    private func wildcardOfDistinct() throws(ServerError) -> [SelectedColumn] {
        let other = table.columns.first { !$0.isPartitionKey && !$0.isStatic }
        if let other {
            throw .invalid(
                "SELECT DISTINCT queries must only request partition key columns and/or static columns "
                    + "(not \(other.name))"
            )
        }
        return table.columns.map { SelectedColumn(name: $0.name, type: $0.type, selector: .column($0)) }
    }

    private func checkDistinct(_ columns: [ColumnShape], _ restrictions: StatementRestrictions) throws(ServerError) {
        guard restrictions.clustering.isEmpty, restrictions.others.allSatisfy({ $0.columns.allSatisfy(\.isStatic) })
        else {
            throw .invalid(
                "SELECT DISTINCT with WHERE clause only supports restriction by partition key and/or static columns.")
        }
        if let other = columns.first(where: { !$0.isPartitionKey && !$0.isStatic }) {
            throw .invalid(
                "SELECT DISTINCT queries must only request partition key columns and/or static columns "
                    + "(not \(other.name))"
            )
        }
        // With the whole key restricted it is known to be one partition.
        if restrictions.partitionKey.isEmpty || restrictions.isKeyRange {
            if let missing = table.partitionKey.first(where: { !columns.contains($0) }) {
                throw .invalid(
                    "SELECT DISTINCT queries must request all the partition key columns "
                        + "(missing \(missing.name))"
                )
            }
        }
    }

    private func grouping(_ select: Select, _ restrictions: StatementRestrictions) throws(ServerError) -> SelectPlan
        .Grouping?
    {
        guard !select.groupBy.isEmpty else { return nil }
        let orderMessage =
            "Group by currently only support groups of columns following their declared order in the PRIMARY KEY"
        var keyColumns = (table.partitionKey + table.clustering)[...]
        var clusteringColumns = 0
        for group in select.groupBy {
            guard case .column(let name) = group else {
                throw .invalid("The embedded node does not support functions in GROUP BY")
            }
            let column = try environment.column(name, of: table)
            guard column.isPrimaryKey else {
                throw .invalid(
                    "Group by is currently only supported on the columns of the PRIMARY KEY, got \(name.text)")
            }
            while true {
                guard let next = keyColumns.popFirst() else { throw .invalid(orderMessage) }
                if next.isClustering { clusteringColumns += 1 }
                if next == column { break }
                let isFixed: Bool
                if case .partitionKey(let position) = next.kind {
                    isFixed = restrictions.partitionKey[position]?.isEqual ?? false
                } else {
                    isFixed = restrictions.clustering.contains { $0.isEqual && $0.columns.contains(next) }
                }
                guard isFixed else { throw .invalid(orderMessage) }
            }
        }
        if let next = keyColumns.first, next.isPartitionKey {
            throw .invalid("Group by is not supported on only a part of the partition key")
        }
        guard clusteringColumns == 0 || !select.isDistinct else {
            throw .invalid("Grouping on clustering columns is not allowed for SELECT DISTINCT queries")
        }
        return SelectPlan.Grouping(clusteringColumns: clusteringColumns)
    }

    private func ordering(_ select: Select, _ restrictions: StatementRestrictions) throws(ServerError)
        -> (isReversed: Bool, columns: [SelectPlan.Ordering])
    {
        guard !select.orderBy.isEmpty else { return (false, []) }
        if select.orderBy.contains(where: { $0.nearestTo != nil }) {
            throw .invalid("ANN ordering by vector requires the column to be indexed")
        }
        if restrictions.usesIndex {
            throw .invalid(
                environment.release < .v50
                    ? "ORDER BY with 2ndary indexes is not supported."
                    : "ORDER BY with 2ndary indexes is not supported, except for ANN queries."
            )
        }
        guard !restrictions.isKeyRange else {
            throw .invalid("ORDER BY is only supported when the partition key is restricted by an EQ or an IN.")
        }
        var directions: [Bool] = []
        var columns: [SelectPlan.Ordering] = []
        var position = 0
        for order in select.orderBy {
            let column = try environment.column(order.column, of: table)
            guard case .clustering(let place, let isDescending) = column.kind else {
                throw .invalid(
                    "Order by is currently only supported on the clustered columns of the PRIMARY KEY, got \(order.column.text)"
                )
            }
            while position != place {
                let isFixed =
                    environment.release >= .v40 && position < table.clustering.count
                    && restrictions.clustering.contains {
                        $0.isEqual && $0.columns.contains(table.clustering[position])
                    }
                guard isFixed else {
                    let verb = environment.release < .v40 ? "support" : "supports"
                    throw .invalid(
                        "Order by currently only \(verb) the ordering of columns following their declared order in the PRIMARY KEY"
                    )
                }
                position += 1
            }
            position += 1
            directions.append(order.isDescending != isDescending)
            columns.append(SelectPlan.Ordering(column: column, isDescending: order.isDescending))
        }
        guard directions.allSatisfy({ $0 == directions[0] }) else { throw .invalid("Unsupported order by relation") }
        return (directions[0], columns)
    }
}

extension PreparedSelector {
    /// The columns that take part in it.
    var columns: [ColumnShape] {
        switch self {
        case .column(let column), .cellFact(_, let column, _): [column]
        case .term, .aggregate: []
        case .call(_, let parts), .components(let parts), .list(let parts), .set(let parts, _), .map(let parts, _):
            parts.flatMap(\.columns)
        case .field(let inner, _), .element(let inner, _, _), .slice(let inner, _, _, _): inner.columns
        }
    }
}
