import CQLSyntax
import CQLWire

/// The writes of a batch, checked as a whole (`BatchStatement.validate`).
struct BatchPlan: Sendable {
    let kind: BatchTree.Kind
    let modifications: [Modification]
    /// The time of the batch as a whole.
    let timestamp: PreparedTerm?
    /// The bind markers of a batch in one text.
    let markers: [ColumnSpecification]
    /// The markers of the partition key, where all writes are to one table: of several writes those of the last.
    let partitionKeyIndexes: [UInt16]

    /// A batch in one text.
    init(_ tree: BatchTree, _ environment: StatementEnvironment) throws(ServerError) {
        var specifications: [Int: ColumnSpecification] = [:]
        var keyMarkers: [Int: Int] = [:]
        var modifications: [Modification] = []
        for part in tree.modifications {
            let modification = try ModificationReader.modification(part, environment)
            specifications.merge(modification.markers.specifications) { first, _ in first }
            keyMarkers.merge(modification.markers.keyMarkers) { _, last in last }
            modifications.append(modification)
        }
        var preparer = TermPreparer(environment, keyspace: environment.keyspace ?? "")
        let receiver = Receiver(
            keyspace: modifications.first?.table.keyspace ?? "",
            table: modifications.first?.table.name ?? "",
            name: "[timestamp]",
            type: .bigint
        )
        timestamp = try tree.using.timestamp.map { term throws(ServerError) in try preparer.prepare(term, for: receiver)
        }
        specifications.merge(preparer.markers.specifications) { first, _ in first }
        markers = specifications.keys.sorted().compactMap { specifications[$0] }
        let tables = Set(modifications.map(\.table))
        let components = modifications.first?.table.partitionKey.count ?? 0
        let indexes = (0..<components).compactMap { keyMarkers[$0].map { UInt16(truncatingIfNeeded: $0) } }
        partitionKeyIndexes = tables.count == 1 && indexes.count == components ? indexes : []
        self.modifications = modifications
        kind = tree.kind
        guard tree.using.timeToLive == nil else {
            throw .invalid("Global TTL on the BATCH statement is not supported.")
        }
        try check(environment.release)
    }

    /// A batch of a BATCH request.
    init(_ kind: BatchTree.Kind, _ entries: [BatchEntry], _ environment: StatementEnvironment) throws(ServerError) {
        var modifications: [Modification] = []
        for entry in entries {
            switch entry.tree {
            case .insert(let insert):
                modifications.append(try ModificationReader.modification(.insert(insert), environment))
            case .update(let update):
                modifications.append(try ModificationReader.modification(.update(update), environment))
            case .delete(let delete):
                modifications.append(try ModificationReader.modification(.delete(delete), environment))
            default:
                throw .invalid("Invalid statement in batch: only UPDATE, INSERT and DELETE statements are allowed.")
            }
        }
        self.kind = kind
        self.modifications = modifications
        timestamp = nil
        markers = []
        partitionKeyIndexes = []
        try check(environment.release)
    }

    /// Whether one of the writes is conditional.
    var isConditional: Bool { modifications.contains { !$0.condition.isNone } }

    private func check(_ release: CassandraRelease) throws(ServerError) {
        if timestamp != nil {
            guard !isConditional else { throw .invalid("Cannot provide custom timestamp for conditional BATCH") }
            guard kind != .counter else { throw .invalid("Cannot provide custom timestamp for counter BATCH") }
        }
        var hasCounters = false
        var hasOthers = false
        for modification in modifications {
            let isCounter = modification.table.isCounter
            if timestamp != nil {
                guard !isCounter else {
                    throw .invalid("Cannot provide custom timestamp for a BATCH containing counters")
                }
                guard modification.timestamp == nil else {
                    throw .invalid("Timestamp must be set either on BATCH or individual statements")
                }
            }
            if isCounter { hasCounters = true } else { hasOthers = true }
            guard kind != .counter || isCounter else {
                throw .invalid("Cannot include non-counter statement in a counter batch")
            }
            guard kind != .logged || !isCounter || release >= .v40 else {
                throw .invalid("Cannot include a counter statement in a logged batch")
            }
            guard !hasCounters || !hasOthers else {
                throw .invalid("Counter and non-counter mutations cannot exist in the same batch")
            }
        }
        guard kind != .logged || !hasCounters else {
            throw .invalid("Cannot include a counter statement in a logged batch")
        }
        guard isConditional, let first = modifications.first else { return }
        guard
            modifications.allSatisfy({ $0.table.keyspace == first.table.keyspace && $0.table.name == first.table.name })
        else {
            throw .invalid("Batch with conditions cannot span multiple tables")
        }
    }
}
