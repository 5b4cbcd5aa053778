import CQLSyntax
import CQLWire

extension StatementRestrictions {
    static let filteringMessage =
        "Cannot execute this query as it might involve data filtering and thus may have unpredictable performance. "
        + "If you want to execute this query despite the performance unpredictability, use ALLOW FILTERING"

    /// Reads a WHERE clause for a kind of statement, and checks it.
    ///
    /// - Parameters:
    ///   - onlyStatic: Whether the statement writes, or shows, static columns alone.
    /// - Throws: What the server says of a clause with which the statement cannot be executed.
    init(
        _ relations: [Relation],
        of statement: Statement,
        table: TableShape,
        environment: StatementEnvironment,
        preparer: inout TermPreparer,
        onlyStatic: Bool,
        allowFiltering: Bool = false
    ) throws(ServerError) {
        self.init(table: table, release: environment.release)
        var reader = RelationReader(table: table, environment: environment, preparer: preparer)
        for relation in relations {
            switch relation {
            case .contains, .containsKey:
                guard statement == .select else {
                    let sign = if case .contains = relation { "CONTAINS" } else { "CONTAINS KEY" }
                    throw .invalid("Cannot use \(statement.rawValue) with \(sign)")
                }
                try add(try reader.restriction(of: relation), allowFiltering: allowFiltering)
            case .token(let names, let sign, let term):
                try add(try reader.token(names, sign, term))
            case .tokenBetween(let names, let low, let high):
                try add(try reader.token(names, .greaterOrEqual, low))
                try add(try reader.token(names, .lessOrEqual, high))
            case .like(let name, let term):
                _ = try reader.restriction(of: relation)
                if environment.release >= .v60, statement == .select, allowFiltering {
                    try add(try reader.restriction(of: relation), allowFiltering: allowFiltering)
                    continue
                }
                if environment.release >= .v60, statement == .select, !allowFiltering {
                    throw .invalid(Self.filteringMessage)
                }
                throw .invalid(
                    "LIKE restriction is only supported on properly indexed columns. "
                        + "\(name.text) LIKE \(term.serverText) is not valid."
                )
            case .custom:
                throw .invalid(
                    statement == .select
                        ? "Custom index expressions are not supported by the embedded node"
                        : "Custom index expressions cannot be used in WHERE clauses for UPDATE or DELETE statements"
                )
            case .columnIn(let name, _) where environment.release < .v40:
                let restriction = try reader.restriction(of: relation)
                guard restriction.columns[0].isPrimaryKey || restriction.isEqual else {
                    throw .invalid("IN predicates on non-primary-key columns (\(name.text)) is not yet supported")
                }
                try add(restriction, allowFiltering: allowFiltering)
            case .element(let name, _, _, _) where environment.release >= .v60:
                if case .list = try environment.column(name, of: table).type, !allowFiltering {
                    throw .invalid(Self.filteringMessage)
                }
                try add(try reader.restriction(of: relation), allowFiltering: allowFiltering)
            default:
                try add(try reader.restriction(of: relation), allowFiltering: allowFiltering)
            }
        }
        preparer = reader.preparer
        let all = Array(partitionKey.values) + clustering + others
        hasQueriableIndex = statement == .select && all.contains { table.hasIndex(for: $0) }
        try checkPartitionKey(of: statement, allowFiltering)
        if usesIndex || partitionKeyNeedsFiltering { filteredKeyRestrictions += partitionKey.count }
        if onlyStatic, !clustering.isEmpty {
            if statement == .update || statement == .delete {
                throw .invalid(
                    "Invalid restrictions on clustering columns since the \(statement.rawValue) statement "
                        + "modifies only static columns"
                )
            }
            if statement == .select {
                throw .invalid("Cannot restrict clustering columns when selecting only static columns")
            }
        }
        try checkClustering(of: statement, onlyStatic, allowFiltering)
        if isKeyRange, clustering.contains(where: { table.hasIndex(for: $0) }) { usesIndex = true }
        if usesIndex || clusteringNeedsFiltering { filteredKeyRestrictions += clustering.count }
        if !others.isEmpty {
            guard statement == .select else {
                let names = others.map(\.columnNames).joined(separator: ", ")
                throw .invalid("Non PRIMARY KEY columns found in where clause: \(names) ")
            }
            if hasQueriableIndex { usesIndex = true } else if !allowFiltering { throw .invalid(Self.filteringMessage) }
        }
        if usesIndex, partitionKey.values.contains(where: \.isIn) {
            throw .invalid("Select on indexed columns and with IN clause for the PRIMARY KEY are not supported")
        }
        if statement == .select, !allowFiltering, isKeyRange || usesIndex, needsFiltering {
            throw .invalid(Self.filteringMessage)
        }
    }

    /// Whether rows are read that the clause does not mean.
    private var needsFiltering: Bool {
        if others.contains(where: { !table.hasIndex(for: $0) }) { return true }
        let count = others.count + filteredKeyRestrictions
        return count > 1 || (count == 0 && !clustering.isEmpty)
            || others.contains { restriction in
                guard case .contains(let values, let keys, let entries) = restriction.kind else { return false }
                return values.count + keys.count + entries.count > 1
            }
    }

    private var partitionKeyNeedsFiltering: Bool {
        guard !partitionKey.isEmpty else { return false }
        return partitionKey.count < table.partitionKey.count
            || partitionKey.values.contains { !$0.isEqual && !$0.isIn }
    }

    var clusteringNeedsFiltering: Bool {
        var position = 0
        for restriction in clustering {
            if restriction.isContains { return true }
            if case .notEqual = restriction.kind { return true }
            if case .notIn = restriction.kind { return true }
            if table.clusteringPosition(restriction.columns[0]) != position { return true }
            if !restriction.isSlice { position += restriction.columns.count }
        }
        return false
    }

    private mutating func checkPartitionKey(of statement: Statement, _ allowFiltering: Bool) throws(ServerError) {
        if statement != .select {
            guard token == nil else {
                throw .invalid(
                    "The token function cannot be used in WHERE clauses for \(statement.rawValue) statements")
            }
            let missing = table.partitionKey.indices.filter { partitionKey[$0] == nil }
            guard missing.isEmpty else {
                let names = missing.map { table.partitionKey[$0].name }.joined(separator: ", ")
                throw .invalid("Some partition key parts are missing: \(names)")
            }
            guard partitionKey.values.allSatisfy({ $0.isEqual || $0.isIn }) else {
                throw .invalid(
                    "Only EQ and IN relation are supported on the partition key "
                        + "(unless you use the token() function) for \(statement.rawValue) statements"
                )
            }
            return
        }
        if token != nil { isKeyRange = true }
        if partitionKey.isEmpty {
            isKeyRange = true
            usesIndex = hasQueriableIndex
        } else if partitionKeyNeedsFiltering {
            guard allowFiltering || hasQueriableIndex else { throw .invalid(Self.filteringMessage) }
            isKeyRange = true
            usesIndex = hasQueriableIndex
        }
    }

    private mutating func checkClustering(of statement: Statement, _ onlyStatic: Bool, _ allowFiltering: Bool)
        throws(ServerError)
    {
        if statement == .insert || statement == .update {
            guard !clustering.contains(where: \.isSlice) else {
                throw .invalid(
                    "Slice restrictions are not supported on the clustering columns in \(statement.rawValue) statements"
                )
            }
            let restricted = Set(clustering.flatMap(\.columns))
            let missing = table.clustering.filter { !restricted.contains($0) }
            guard onlyStatic || missing.isEmpty else {
                let names = missing.map { $0.name }.joined(separator: ", ")
                throw .invalid("Some clustering keys are missing: \(names)")
            }
            return
        }
        if clustering.contains(where: \.isContains), !hasQueriableIndex, !allowFiltering {
            throw .invalid(
                "Clustering columns can only be restricted with CONTAINS with a secondary index or filtering")
        }
        guard clusteringNeedsFiltering else { return }
        if hasQueriableIndex {
            usesIndex = true
        } else if !allowFiltering {
            let restricted = clustering.flatMap(\.columns)
            for (column, expected) in zip(restricted, table.clustering) where column != expected {
                throw .invalid(
                    "PRIMARY KEY column \"\(column.name)\" cannot be restricted as preceding "
                        + "column \"\(expected.name)\" is not restricted"
                )
            }
        }
    }

    /// Whether each column of the primary key has one value, or a list of them.
    var hasWholeKey: Bool {
        partitionKey.count == table.partitionKey.count && partitionKey.values.allSatisfy { $0.isEqual || $0.isIn }
            && clustering.allSatisfy { $0.isEqual || $0.isIn }
            && clustering.reduce(0) { $0 + $1.columns.count } == table.clustering.count
    }
}
