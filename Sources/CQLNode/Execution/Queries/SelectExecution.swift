import CQLSyntax
import CQLWire

/// Executes a SELECT on the rows of a database.
struct SelectExecution: Sendable {
    let plan: SelectPlan
    let database: Database
    let environment: StatementEnvironment
    let context: ExecutionContext
    private var selectors: SelectorEvaluator

    init(
        plan: SelectPlan, database: Database, environment: StatementEnvironment, evaluator: TermEvaluator,
        context: ExecutionContext
    ) {
        self.plan = plan
        self.database = database
        self.environment = environment
        self.context = context
        selectors = SelectorEvaluator(evaluator: evaluator)
    }

    /// The result, or a page of it.
    mutating func result() throws(ServerError) -> ExecutionResult {
        guard context.consistency != .any else { throw .invalid("ANY ConsistencyLevel is only supported for writes") }
        let limit = try limit(plan.limit)
        let perPartition = try self.limit(plan.perPartitionLimit)
        let scope = try plan.restrictions.scope(&selectors.evaluator)
        if context.consistency.isSerial, (scope.keys?.count ?? 1) > 1 {
            throw .invalid("SERIAL/LOCAL_SERIAL consistency may only be requested for one partition at a time")
        }
        let rows = try database.rows(of: plan.table, keys: scope.keys, environment, context)
        let scan = RowScan(plan: plan, scope: scope, rows: rows, now: selectors.evaluator.identifiers.second)
        if plan.isAggregate {
            let result = try grouped(scan, limit, perPartition)
            return ExecutionResult(.rows(result), warnings: aggregationWarnings(scope))
        }
        if !plan.ordering.isEmpty, plan.restrictions.partitionKey.values.contains(where: \.isIn) {
            return ExecutionResult(.rows(try sorted(scan, limit, perPartition)))
        }
        return ExecutionResult(.rows(try page(scan, limit, perPartition)))
    }

    private mutating func limit(_ term: PreparedTerm?) throws(ServerError) -> Int? {
        guard let term else { return nil }
        switch try selectors.evaluator.evaluate(term) {
        case .unset: return nil
        case .null: throw .invalid("Invalid null value of limit")
        case .bytes(let bytes):
            let number = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int($1) }
            guard number > 0 else { throw .invalid("LIMIT must be strictly positive") }
            return number
        }
    }

    private func aggregationWarnings(_ scope: ReadScope) -> [String] {
        if plan.restrictions.isKeyRange { return ["Aggregation query used without partition key"] }
        if plan.restrictions.partitionKey.values.contains(where: \.isIn) {
            return ["Aggregation query used on multiple partition keys (IN restriction)"]
        }
        return []
    }

    private mutating func shown(_ row: RowView?) throws(ServerError) -> [[UInt8]?] {
        let values = try selectors.values(plan.columns.map(\.selector), row)
        guard plan.isJSON else { return values }
        var members: [String] = []
        for (column, value) in zip(plan.columns, values) {
            members.append("\(JSONWriter.name(column.name)): \(try JSONWriter.text(value, column.type))")
        }
        return [Array("{\(members.joined(separator: ", "))}".utf8)]
    }

    private mutating func page(_ scan: RowScan, _ limit: Int?, _ perPartition: Int?) throws(ServerError) -> ResultRows {
        var position: PagingPosition?
        if let state = context.pagingState { position = try PagingPosition(state) }
        var remaining = position?.remaining ?? limit
        let pageSize = context.pageSize.flatMap { $0 > 0 ? $0 : nil }
        var views: [(row: RowView, shown: Int)] = []
        try scan.forEach(after: position, perPartition: perPartition) { row, shown throws(ServerError) in
            if remaining == 0 || views.count == pageSize { return false }
            remaining = remaining.map { $0 - 1 }
            views.append((row, shown))
            return true
        }
        var result = ResultRows(columns: plan.resultColumns, rows: [])
        for view in views { result.rows.append(try shown(view.row)) }
        // A full page has another behind it for the server too, although that may turn out to be empty.
        if let last = views.last, views.count == pageSize, remaining != 0 {
            result.pagingState =
                PagingPosition(
                    key: last.row.partition.key,
                    clustering: last.row.row?.clustering,
                    shownOfPartition: last.shown + 1,
                    remaining: remaining
                ).bytes
        }
        return result
    }

    private mutating func sorted(_ scan: RowScan, _ limit: Int?, _ perPartition: Int?) throws(ServerError) -> ResultRows
    {
        guard context.pageSize.map({ $0 <= 0 }) ?? true else {
            throw .invalid(
                "Cannot page queries with both ORDER BY and a IN restriction on the partition key; you must either remove "
                    + "the ORDER BY or the IN and sort client side, or disable paging for this query"
            )
        }
        var views: [RowView] = []
        try scan.forEach(after: nil, perPartition: perPartition) { row, _ throws(ServerError) in
            views.append(row)
            return true
        }
        let order = plan.ordering
        let indexed = views.enumerated().sorted { left, right in
            for part in order {
                let leftValue = left.element.value(of: part.column) ?? []
                let rightValue = right.element.value(of: part.column) ?? []
                let result = ValueOrder.compare(leftValue, rightValue, as: part.column.type)
                if result != 0 { return (result < 0) != part.isDescending }
            }
            return left.offset < right.offset
        }
        var result = ResultRows(columns: plan.resultColumns, rows: [])
        for (_, row) in indexed.prefix(limit ?? .max) { result.rows.append(try shown(row)) }
        return result
    }

    private mutating func grouped(_ scan: RowScan, _ limit: Int?, _ perPartition: Int?) throws(ServerError)
        -> ResultRows
    {
        var groups: [[RowView]] = []
        try scan.forEach(after: nil, perPartition: nil) { row, _ throws(ServerError) in
            if let last = groups.last?.first, isSameGroup(last, row) {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
            return true
        }
        if groups.isEmpty, plan.grouping == nil { groups = [[]] }
        if let perPartition { groups = limited(groups, perPartition) }
        var result = ResultRows(columns: plan.resultColumns, rows: [])
        for group in groups.prefix(limit ?? .max) {
            var aggregations = plan.aggregates.map { Aggregation($0.function) }
            for row in group {
                for (index, aggregate) in plan.aggregates.enumerated() {
                    try aggregations[index].add(try selectors.values(aggregate.arguments, row))
                }
            }
            selectors.aggregates = []
            for aggregation in aggregations { selectors.aggregates.append(try aggregation.result()) }
            result.rows.append(try shown(group.first))
        }
        return result
    }

    private func limited(_ groups: [[RowView]], _ limit: Int) -> [[RowView]] {
        var key: [UInt8]?
        var count = 0
        return groups.filter { group in
            let groupKey = group.first?.partition.key
            count = groupKey == key ? count + 1 : 1
            key = groupKey
            return count <= limit
        }
    }

    private func isSameGroup(_ left: RowView, _ right: RowView) -> Bool {
        guard let grouping = plan.grouping else { return true }
        guard left.partition.key == right.partition.key else { return false }
        let count = grouping.clusteringColumns
        return (left.row?.clustering ?? []).prefix(count).elementsEqual((right.row?.clustering ?? []).prefix(count))
    }
}
