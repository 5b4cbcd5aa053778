import CQLSyntax
import CQLWire

/// Looks up the names of a write and gives its terms their types (`ModificationStatement.Parsed.prepare`).
struct ModificationReader: Sendable {
    let environment: StatementEnvironment
    let table: TableShape
    var preparer: TermPreparer

    init(_ environment: StatementEnvironment, table: QualifiedName) throws(ServerError) {
        self.environment = environment
        self.table = try environment.table(table)
        preparer = TermPreparer(environment, keyspace: self.table.keyspace)
        guard !self.table.isVirtual else { throw .invalid("The specified table is read-only") }
        guard !self.table.isView else { throw .invalid("Cannot directly modify a materialized view") }
    }

    /// The write that a tree is.
    static func modification(_ tree: BatchTree.Modification, _ environment: StatementEnvironment)
        throws(ServerError) -> Modification
    {
        switch tree {
        case .insert(let insert):
            var reader = try ModificationReader(environment, table: insert.table)
            return try reader.insert(insert)
        case .update(let update):
            var reader = try ModificationReader(environment, table: update.table)
            return try reader.update(update)
        case .delete(let delete):
            var reader = try ModificationReader(environment, table: delete.table)
            return try reader.delete(delete)
        }
    }

    private mutating func attribute(_ term: Term?, _ name: String, _ type: CQLType) throws(ServerError) -> PreparedTerm?
    {
        guard let term else { return nil }
        let receiver = Receiver(keyspace: table.keyspace, table: table.name, name: name, type: type)
        return try preparer.prepare(term, for: receiver)
    }

    private mutating func condition(_ condition: Condition) throws(ServerError) -> PreparedCondition {
        var reader = ConditionReader(table: table, environment: environment, preparer: preparer)
        let prepared = try reader.condition(condition)
        preparer = reader.preparer
        return prepared
    }

    private func check(_ condition: PreparedCondition, _ timestamp: PreparedTerm?, _ timeToLive: PreparedTerm?)
        throws(ServerError)
    {
        if table.isCounter {
            guard condition.isNone else { throw .invalid("Conditional updates are not supported on counter tables") }
            guard timestamp == nil else { throw .invalid("Cannot provide custom timestamp for counter updates") }
            guard timeToLive == nil else { throw .invalid("Cannot provide custom TTL for counter updates") }
        }
        guard condition.isNone || timestamp == nil else {
            throw .invalid("Cannot provide custom timestamp for conditional updates")
        }
    }

    mutating func insert(_ insert: Insert) throws(ServerError) -> Modification {
        let timestamp = try attribute(insert.using.timestamp, "[timestamp]", .bigint)
        let timeToLive = try attribute(insert.using.timeToLive, "[ttl]", .int)
        let condition: PreparedCondition = insert.ifNotExists ? .ifNotExists : .none
        guard !table.isCounter else {
            throw .invalid("INSERT statements are not allowed on counter tables, use UPDATE instead")
        }
        switch insert.values {
        case .columns(let names, let terms):
            return try self.insert(names, terms, condition, timestamp, timeToLive)
        case .json(let term, let keepsUnset):
            return try self.insert(json: term, keepsUnset, condition, timestamp, timeToLive)
        }
    }

    private mutating func insert(
        _ names: [Name],
        _ terms: [Term],
        _ condition: PreparedCondition,
        _ timestamp: PreparedTerm?,
        _ timeToLive: PreparedTerm?
    ) throws(ServerError) -> Modification {
        guard !names.isEmpty else { throw .invalid("No columns provided to INSERT") }
        guard names.count == terms.count else { throw .invalid("Unmatched column names/values") }
        guard Set(names).count == names.count else { throw .invalid("The column names contains duplicates") }
        var operations: [Operation] = []
        var relations: [Relation] = []
        var setsClustering = false
        for (name, term) in zip(names, terms) {
            let column = try environment.column(name, of: table)
            setsClustering = setsClustering || column.isClustering
            if column.isPrimaryKey {
                relations.append(.column(name, .equal, term))
            } else {
                var reader = OperationReader(table: table, environment: environment, preparer: preparer)
                operations.append(try reader.set(column, term))
                preparer = reader.preparer
            }
        }
        let onlyStatic = !setsClustering && Modification.isOnlyStatic(operations, condition)
        return try finish(.insert, relations, operations, condition, timestamp, timeToLive, onlyStatic: onlyStatic)
    }

    private mutating func insert(
        json term: Term,
        _ keepsUnset: Bool,
        _ condition: PreparedCondition,
        _ timestamp: PreparedTerm?,
        _ timeToLive: PreparedTerm?
    ) throws(ServerError) -> Modification {
        let receiver = Receiver(keyspace: table.keyspace, table: table.name, name: "[json]", type: .text)
        let prepared = try preparer.prepare(term, for: receiver)
        try check(condition, timestamp, timeToLive)
        return Modification(
            statement: .insert,
            table: table,
            restrictions: StatementRestrictions(table: table, release: environment.release),
            operations: [],
            condition: condition,
            timestamp: timestamp,
            timeToLive: timeToLive,
            markers: preparer.markers,
            json: JSONInsert(term: prepared, keepsUnset: keepsUnset)
        )
    }

    mutating func update(_ update: Update) throws(ServerError) -> Modification {
        let timestamp = try attribute(update.using.timestamp, "[timestamp]", .bigint)
        let timeToLive = try attribute(update.using.timeToLive, "[ttl]", .int)
        let condition = try condition(update.condition)
        var operations: [Operation] = []
        for assignment in update.assignments {
            var reader = OperationReader(table: table, environment: environment, preparer: preparer)
            operations.append(try reader.operation(assignment))
            preparer = reader.preparer
        }
        return try finish(.update, update.relations, operations, condition, timestamp, timeToLive)
    }

    mutating func delete(_ delete: Delete) throws(ServerError) -> Modification {
        let timestamp = try attribute(delete.timestamp, "[timestamp]", .bigint)
        let condition = try condition(delete.condition)
        var operations: [Operation] = []
        for item in delete.items {
            var reader = OperationReader(table: table, environment: environment, preparer: preparer)
            operations.append(try reader.operation(item))
            preparer = reader.preparer
        }
        let modification = try finish(.delete, delete.relations, operations, condition, timestamp, nil)
        if !condition.isNone, !modification.restrictions.hasWholeKey {
            guard !operations.isEmpty, operations.allSatisfy(\.column.isStatic) else {
                throw .invalid(
                    "DELETE statements must restrict all PRIMARY KEY columns with equality relations "
                        + "in order to delete non static columns"
                )
            }
            guard !(condition.columns ?? []).contains(where: { !$0.isStatic }) else {
                throw .invalid(
                    "DELETE statements must restrict all PRIMARY KEY columns with equality relations "
                        + "in order to use IF condition on non static columns"
                )
            }
        }
        return modification
    }

    private mutating func finish(
        _ statement: StatementRestrictions.Statement,
        _ relations: [Relation],
        _ operations: [Operation],
        _ condition: PreparedCondition,
        _ timestamp: PreparedTerm?,
        _ timeToLive: PreparedTerm?,
        onlyStatic: Bool? = nil
    ) throws(ServerError) -> Modification {
        let restrictions = try StatementRestrictions(
            relations,
            of: statement,
            table: table,
            environment: environment,
            preparer: &preparer,
            onlyStatic: onlyStatic ?? Modification.isOnlyStatic(operations, condition)
        )
        try check(condition, timestamp, timeToLive)
        let modification = Modification(
            statement: statement,
            table: table,
            restrictions: restrictions,
            operations: operations,
            condition: condition,
            timestamp: timestamp,
            timeToLive: timeToLive,
            markers: preparer.markers
        )
        try ConstraintCheck(table)?.check(modification)
        return modification
    }
}
