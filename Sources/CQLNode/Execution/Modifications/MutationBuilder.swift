import CQLSyntax
import CQLWire

/// Turns a write with its values into changes of rows (`ModificationStatement.addUpdates`).
struct MutationBuilder: Sendable {
    let modification: Modification
    let times: WriteTimes
    /// The rows as they are, for what must be read before it is written.
    let rows: TableRows
    var evaluator: TermEvaluator

    private var table: TableShape { modification.table }

    /// The changes.
    mutating func mutations() throws(ServerError) -> [Mutation] {
        var mutations: [Mutation] = []
        let constraints = ConstraintCheck(table)
        let keys = try modification.restrictions.keys(&evaluator)
        for key in keys {
            var mutation = Mutation(table: table, key: key)
            if modification.statement == .delete {
                try addDeletion(to: &mutation)
            } else {
                try addUpdate(to: &mutation)
            }
            try constraints?.check(mutation, isDeletion: modification.statement == .delete)
            mutations.append(mutation)
        }
        return mutations
    }

    private mutating func addDeletion(to mutation: inout Mutation) throws(ServerError) {
        let slices = try modification.restrictions.slices(&evaluator)
        guard !modification.operations.isEmpty else {
            guard let slices else {
                mutation.changes.append(.deletePartition(times.timestamp))
                return
            }
            for slice in slices {
                let isRow = slice.prefix.count == table.clustering.count
                mutation.changes.append(
                    isRow ? .row(slice.prefix, .delete(times.timestamp)) : .deleteRange(slice, times.timestamp))
            }
            return
        }
        let regular = modification.operations.filter { !$0.column.isStatic }
        let clusterings: [[[UInt8]]] = slices?.map(\.prefix) ?? [[]]
        let isWhole =
            clusterings.allSatisfy { $0.count == table.clustering.count }
            && (slices ?? []).allSatisfy { $0.lower == nil && $0.upper == nil }
        if !regular.isEmpty {
            guard isWhole else { throw .invalid("Range deletions are not supported for specific columns") }
            for clustering in clusterings {
                for operation in regular { try add(operation, at: clustering, to: &mutation) }
            }
        }
        for operation in modification.operations where operation.column.isStatic {
            try add(operation, at: nil, to: &mutation)
        }
    }

    private mutating func addUpdate(to mutation: inout Mutation) throws(ServerError) {
        let slices = try modification.restrictions.slices(&evaluator)
        if modification.updatesRows {
            for clustering in slices?.map(\.prefix) ?? [[]] {
                if modification.statement == .insert {
                    let marker = RowMarker(timestamp: times.timestamp, lifetime: times.lifetime)
                    mutation.changes.append(.row(clustering, .marker(marker)))
                }
                for operation in modification.operations where !operation.column.isStatic {
                    try add(operation, at: clustering, to: &mutation)
                }
            }
        }
        for operation in modification.operations where operation.column.isStatic {
            try add(operation, at: nil, to: &mutation)
        }
    }

    /// Adds what an operation does to a row, or without a clustering to the static columns.
    private mutating func add(_ operation: Operation, at clustering: [[UInt8]]?, to mutation: inout Mutation)
        throws(ServerError)
    {
        var current: [CellCollection.Element] = []
        if modification.needsRead, let partition = rows.partition(mutation.key) {
            let row = clustering.map { partition.row($0, in: table) } ?? partition.staticRow
            current = row?.elements(of: operation.column, at: evaluator.identifiers.second, in: table) ?? []
        }
        var builder = CellBuilder(times: times, current: current, evaluator: evaluator)
        try builder.add(operation)
        evaluator = builder.evaluator
        mutation.changes += builder.changes.map { change in clustering.map { .row($0, change) } ?? .staticRow(change) }
    }
}
