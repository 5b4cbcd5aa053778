import CQLWire

/// Reads the rows that a scope means, in the order of the result.
struct RowScan: Sendable {
    let plan: SelectPlan
    let scope: ReadScope
    let rows: TableRows
    /// The second since 1970 in which the rows are read.
    let now: Int64

    private var table: TableShape { plan.table }

    /// The partitions in their order, from the one on in which a page ended.
    private func partitions(after position: PagingPosition?) -> [Partition] {
        if let keys = scope.keys {
            let rest =
                position.flatMap { position in keys.firstIndex(of: position.key) }.map { keys[$0...] } ?? keys[...]
            return rest.compactMap { rows.partition($0) }.filter { scope.contains($0.token) }
        }
        let all = rows.partitions.filter { partition in
            scope.contains(partition.token)
                && scope.partitionConditions.allSatisfy { condition in
                    guard case .partitionKey(let component) = condition.column.kind else { return true }
                    return condition.holds(partition.component(component, of: table))
                }
        }
        guard let position else { return all }
        let token = PartitionToken.token(of: position.key)
        return all.filter {
            $0.token > token || ($0.token == token && !$0.key.lexicographicallyPrecedes(position.key))
        }
    }

    /// Calls a closure with each row, with the number of those shown of its partition before, until it returns false.
    func forEach(
        after position: PagingPosition?,
        perPartition: Int?,
        _ body: (RowView, Int) throws(ServerError) -> Bool
    ) throws(ServerError) {
        for partition in partitions(after: position) {
            let resumed = position?.key == partition.key ? position : nil
            var shown = resumed?.shownOfPartition ?? 0
            if plan.isDistinct {
                guard resumed == nil, let view = first(of: partition) else { continue }
                guard try body(view, 0) else { return }
                continue
            }
            var candidates = candidates(of: partition)
            if plan.isReversed { candidates.reverse() }
            var found = resumed != nil
            for index in candidates {
                let row = partition.rows[index]
                if let resumed, isBefore(row.clustering, resumed) { continue }
                let view = RowView(table: table, partition: partition, row: row, now: now)
                guard row.content.isLive(at: now, in: table) else { continue }
                found = true
                guard scope.rowConditions.allSatisfy({ $0.holds(view.value(of: $0.column)) }) else { continue }
                if let perPartition, shown >= perPartition { break }
                guard try body(view, shown) else { return }
                shown += 1
            }
            if !found, plan.showsStaticContent, partition.staticRow.isLive(at: now, in: table, isStatic: true) {
                let view = RowView(table: table, partition: partition, row: nil, now: now)
                guard scope.rowConditions.allSatisfy({ $0.holds(view.value(of: $0.column)) }) else { continue }
                guard try body(view, shown) else { return }
            }
        }
    }

    /// Whether a row was on a page before.
    private func isBefore(_ clustering: [[UInt8]], _ position: PagingPosition) -> Bool {
        guard let last = position.clustering else { return true }
        let order = table.compareClustering(clustering, last)
        return plan.isReversed ? order >= 0 : order <= 0
    }

    /// The row that stands for a partition in SELECT DISTINCT.
    private func first(of partition: Partition) -> RowView? {
        let row = partition.rows.first { $0.content.isLive(at: now, in: table) }
        guard row != nil || partition.staticRow.isLive(at: now, in: table, isStatic: true) else { return nil }
        let view = RowView(table: table, partition: partition, row: row, now: now)
        return scope.rowConditions.allSatisfy({ $0.holds(view.value(of: $0.column)) }) ? view : nil
    }

    /// Where the rows of a partition stand that the slices mean.
    private func candidates(of partition: Partition) -> [Int] {
        guard let slices = scope.slices else { return Array(partition.rows.indices) }
        let types = table.clustering.map(\.type)
        if slices.allSatisfy({ $0.prefix.count == types.count }) {
            return slices.compactMap { slice in
                let (index, isThere) = partition.place(of: slice.prefix, in: table)
                return isThere ? index : nil
            }.sorted()
        }
        return partition.rows.indices.filter { index in
            slices.contains { $0.contains(partition.rows[index].clustering, types: types) }
        }
    }
}
