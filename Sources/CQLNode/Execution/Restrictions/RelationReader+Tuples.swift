import CQLSyntax
import CQLWire

extension RelationReader {
    /// `(a, b) > (1, 2)`.
    mutating func tuple(_ names: [Name], _ sign: ComparisonOperator, _ term: Term, _ relation: Relation)
        throws(ServerError) -> Restriction
    {
        let columns = try clusteringColumns(
            names, "(\(names.map(\.text).joined(separator: ", "))) \(sign.rawValue) \(term.serverText)")
        if sign == .notEqual, environment.release < .v60 {
            throw .invalid("Unsupported \"!=\" relation: (\(joined(names))) != \(term.serverText)")
        }
        return Restriction(columns: columns, kind: kind(sign, try values(term, columns)), isMultiColumn: true)
    }

    /// `(a, b) IN ((1, 2), (3, 4))`.
    mutating func tupleIn(_ names: [Name], _ values: Relation.Values, _ relation: Relation) throws(ServerError)
        -> Restriction
    {
        let columns = try clusteringColumns(names, "(\(joined(names))) IN")
        switch values {
        case .terms(let terms):
            var prepared: [Restriction.Values] = []
            for term in terms { prepared.append(try self.values(term, columns)) }
            if prepared.count == 1 {
                return Restriction(columns: columns, kind: .equal(prepared[0]), isMultiColumn: true)
            }
            return Restriction(columns: columns, kind: .isIn(.values(prepared)), isMultiColumn: true)
        case .bindMarker(let marker):
            let type = CQLType.list(.tuple(columns.map(\.type)))
            let receiver = Receiver(
                keyspace: table.keyspace,
                table: table.name,
                name: "in(\(columns.map(\.name).joined(separator: ",")))",
                type: type
            )
            let term = try preparer.prepare(.bindMarker(marker), for: receiver)
            return Restriction(columns: columns, kind: .isIn(.marker(term)), isMultiColumn: true)
        }
    }

    private func joined(_ names: [Name]) -> String { names.map(\.text).joined(separator: ", ") }

    private mutating func values(_ term: Term, _ columns: [ColumnShape]) throws(ServerError) -> Restriction.Values {
        if case .tuple(let elements) = term {
            guard elements.count == columns.count else {
                let tuple = "for tuple (\(columns.map(\.name).joined(separator: ", ")))"
                throw .invalid(
                    "Expected \(columns.count) elements in value \(environment.release < .v60 ? "tuple" : tuple), but got \(elements.count): \(term.serverText)"
                )
            }
            var prepared: [PreparedTerm] = []
            for (element, column) in zip(elements, columns) {
                prepared.append(try preparer.prepare(element, for: Receiver(column, of: table)))
            }
            return .terms(prepared)
        }
        let receiver = Receiver(
            keyspace: table.keyspace,
            table: table.name,
            name: "(\(columns.map(\.name).joined(separator: ",")))",
            type: .tuple(columns.map(\.type))
        )
        return .tuple(try preparer.prepare(term, for: receiver))
    }

    private func clusteringColumns(_ names: [Name], _ text: String) throws(ServerError) -> [ColumnShape] {
        var columns: [ColumnShape] = []
        for name in names {
            let column = try environment.column(name, of: table)
            guard case .clustering(let position, _) = column.kind else {
                throw .invalid(
                    "Multi-column relations can only be applied to clustering columns but was applied to: \(name.text)")
            }
            guard !columns.contains(column) else {
                let shown = environment.release < .v60 ? text : "multi-column"
                throw .invalid("Column \"\(name.text)\" appeared twice in a relation: \(shown)")
            }
            if case .clustering(let previous, _)? = columns.last?.kind, position != previous + 1 {
                let shown = environment.release < .v60 ? text : "(\(joined(names)))"
                throw .invalid(
                    "Clustering columns must appear in the PRIMARY KEY order in multi-column relations: \(shown)")
            }
            columns.append(column)
        }
        return columns
    }

    /// `token(a, b) > 1`.
    mutating func token(_ names: [Name], _ sign: ComparisonOperator, _ term: Term) throws(ServerError)
        -> TokenRestriction
    {
        try requirePartitionKey(names)
        let receiver = Receiver(
            keyspace: table.keyspace,
            table: table.name,
            name: environment.release < .v60
                ? "partition key token" : "token(\(names.map(\.text).joined(separator: ", ")))",
            type: .bigint
        )
        let value = try preparer.prepare(term, for: receiver)
        switch sign {
        case .equal:
            let bound = TokenRestriction.Bound(term: value, isInclusive: true)
            return TokenRestriction(lower: bound, upper: bound, isEqual: true)
        case .notEqual: throw .invalid("!= cannot be used with the token function")
        case .less: return TokenRestriction(upper: .init(term: value, isInclusive: false))
        case .lessOrEqual: return TokenRestriction(upper: .init(term: value, isInclusive: true))
        case .greater: return TokenRestriction(lower: .init(term: value, isInclusive: false))
        case .greaterOrEqual: return TokenRestriction(lower: .init(term: value, isInclusive: true))
        }
    }

    private func requirePartitionKey(_ names: [Name]) throws(ServerError) {
        var columns: [ColumnShape] = []
        for name in names { columns.append(try environment.column(name, of: table)) }
        if columns == table.partitionKey { return }
        guard table.partitionKey.allSatisfy({ columns.contains($0) }) else {
            throw .invalid("The token() function must be applied to all partition key components or none of them")
        }
        guard Set(columns).count == columns.count else {
            throw .invalid("The token() function contains duplicate partition key components")
        }
        guard columns.allSatisfy(\.isPartitionKey) else {
            throw .invalid("The token() function must contains only partition key components")
        }
        let order = table.partitionKey.map { $0.name }.joined(separator: ", ")
        throw .invalid("The token function arguments must be in the partition key order: \(order)")
    }
}
