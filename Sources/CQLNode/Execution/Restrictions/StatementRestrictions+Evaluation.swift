import CQLSyntax
import CQLWire

extension StatementRestrictions {
    /// The keys of the partitions, where each component has values, in the order of the components and once each.
    func keys(_ evaluator: inout TermEvaluator) throws(ServerError) -> [[UInt8]] {
        var keys: [[[UInt8]]] = [[]]
        for (position, column) in table.partitionKey.enumerated() {
            guard let restriction = partitionKey[position] else { return [] }
            var values = try choices(of: restriction, &evaluator).map { $0[0] }
            values.sort { ValueOrder.compare($0, $1, as: column.type) < 0 }
            var unique: [[UInt8]] = []
            for value in values where unique.last != value { unique.append(value) }
            keys = keys.flatMap { key in unique.map { key + [$0] } }
        }
        for key in keys {
            if table.partitionKey.count == 1, key[0].isEmpty { throw .invalid("Key may not be empty") }
            for component in key where component.count > 65_535 {
                throw .invalid("Key length of \(component.count) is longer than maximum of 65535")
            }
        }
        return keys.map { PartitionToken.key($0) }
    }

    /// The slices of the clustering; nil if it is not restricted, or not from its first column on.
    func slices(_ evaluator: inout TermEvaluator) throws(ServerError) -> [ClusteringSlice]? {
        var prefixes: [[[UInt8]]] = [[]]
        for restriction in clustering {
            guard table.clusteringPosition(restriction.columns[0]) == prefixes.first?.count else { break }
            switch restriction.kind {
            case .equal, .isIn:
                let choices = try choices(of: restriction, &evaluator)
                prefixes = prefixes.flatMap { prefix in choices.map { prefix + $0 } }
                guard !prefixes.isEmpty else { return [] }
            case .slice(let lower, let upper):
                let low = try bound(lower, restriction, &evaluator)
                let high = try bound(upper, restriction, &evaluator)
                return unique(prefixes).map { ClusteringSlice(prefix: $0, lower: low, upper: high) }
            default:
                return prefixes == [[]] ? nil : unique(prefixes).map { ClusteringSlice(prefix: $0) }
            }
        }
        return prefixes == [[]] ? nil : unique(prefixes).map { ClusteringSlice(prefix: $0) }
    }

    private func unique(_ prefixes: [[[UInt8]]]) -> [[[UInt8]]] {
        var seen: Set<[[UInt8]]> = []
        return prefixes.filter { seen.insert($0).inserted }
    }

    private func bound(_ bound: Restriction.Bound?, _ restriction: Restriction, _ evaluator: inout TermEvaluator)
        throws(ServerError) -> ClusteringSlice.Bound?
    {
        guard let bound else { return nil }
        let values = try values(bound.values, restriction, &evaluator)
        return ClusteringSlice.Bound(values: values, isInclusive: bound.isInclusive)
    }

    /// The values that an equality or an IN names.
    private func choices(of restriction: Restriction, _ evaluator: inout TermEvaluator) throws(ServerError)
        -> [[[UInt8]]]
    {
        switch restriction.kind {
        case .equal(let wanted): return [try values(wanted, restriction, &evaluator)]
        case .isIn(let choice), .notIn(let choice):
            switch choice {
            case .values(let all):
                var result: [[[UInt8]]] = []
                for one in all { result.append(try values(one, restriction, &evaluator)) }
                return result
            case .marker(let term):
                return try listed(term, restriction, &evaluator)
            }
        default: return []
        }
    }

    private func listed(_ term: PreparedTerm, _ restriction: Restriction, _ evaluator: inout TermEvaluator)
        throws(ServerError) -> [[[UInt8]]]
    {
        let name = restriction.columnNames
        switch try evaluator.evaluate(term) {
        case .unset: throw .invalid("Invalid unset value for column \(name)")
        case .null: throw .invalid("Invalid null value for column \(name)")
        case .bytes(let bytes):
            var result: [[[UInt8]]] = []
            for part in ValueParts.counted(bytes[...]) ?? [] {
                guard let part else { throw .invalid("Invalid null value in condition for column \(name)") }
                guard restriction.isMultiColumn else {
                    result.append([Array(part)])
                    continue
                }
                result.append((ValueParts.components(part) ?? []).map { Array($0 ?? []) })
            }
            return result
        }
    }

    private func values(_ values: Restriction.Values, _ restriction: Restriction, _ evaluator: inout TermEvaluator)
        throws(ServerError) -> [[UInt8]]
    {
        let columns = restriction.columns
        switch values {
        case .terms(let terms):
            var result: [[UInt8]] = []
            for (term, column) in zip(terms, columns) {
                switch try evaluator.evaluate(term) {
                case .bytes(let bytes): result.append(bytes)
                case .null:
                    throw .invalid(restriction.nullMessage(column))
                case .unset:
                    throw .invalid(
                        column.isPrimaryKey
                            ? "Invalid unset value for column \(column.name)"
                            : "Unsupported unset value for column \(column.name)"
                    )
                }
            }
            return result
        case .tuple(let term):
            guard let bytes = try evaluator.bytes(term) else {
                let names = columns.map { $0.name }.joined(separator: ", ")
                throw .invalid("Invalid null value for column \(names)")
            }
            var result: [[UInt8]] = []
            for (part, column) in zip(ValueParts.components(bytes[...]) ?? [], columns) {
                guard let part else {
                    throw .invalid(restriction.nullMessage(column))
                }
                result.append(Array(part))
            }
            return result
        }
    }
}

extension StatementRestrictions {
    /// What the clause means.
    func scope(_ evaluator: inout TermEvaluator) throws(ServerError) -> ReadScope {
        var scope = ReadScope()
        if partitionKey.count == table.partitionKey.count, partitionKey.values.allSatisfy({ $0.isEqual || $0.isIn }) {
            scope.keys = try keys(&evaluator)
        } else {
            for restriction in partitionKey.values {
                scope.partitionConditions += try conditions(of: restriction, &evaluator)
            }
        }
        if let token {
            scope.lowerToken = try tokenBound(token.lower, &evaluator)
            scope.upperToken = try tokenBound(token.upper, &evaluator)
        }
        scope.slices = try slices(&evaluator)
        if clusteringNeedsFiltering {
            for restriction in clustering { scope.rowConditions += try conditions(of: restriction, &evaluator) }
        }
        for restriction in others { scope.rowConditions += try conditions(of: restriction, &evaluator) }
        return scope
    }

    private func tokenBound(_ bound: TokenRestriction.Bound?, _ evaluator: inout TermEvaluator) throws(ServerError)
        -> (token: Int64, isInclusive: Bool)?
    {
        guard let bound else { return nil }
        guard let bytes = try evaluator.bytes(bound.term) else { throw .invalid("Invalid null token value") }
        return (bytes.reduce(0) { $0 << 8 | Int64($1) }, bound.isInclusive)
    }

    private func conditions(of restriction: Restriction, _ evaluator: inout TermEvaluator) throws(ServerError)
        -> [RowCondition]
    {
        let columns = restriction.columns
        func each(_ values: [[UInt8]], _ test: ([UInt8]) -> RowCondition.Test) -> [RowCondition] {
            zip(columns, values).map { RowCondition(column: $0, test: test($1)) }
        }
        switch restriction.kind {
        case .equal(let wanted): return each(try values(wanted, restriction, &evaluator)) { .equal($0) }
        case .notEqual(let unwanted): return each(try values(unwanted, restriction, &evaluator)) { .notEqual($0) }
        case .isIn, .notIn:
            guard columns.count == 1 else { throw .invalid("Multicolumn IN filters are not supported") }
            let choices = try choices(of: restriction, &evaluator).map { $0[0] }
            if restriction.isIn { return [RowCondition(column: columns[0], test: .isIn(choices))] }
            return [RowCondition(column: columns[0], test: .notIn(choices))]
        case .slice(let lower, let upper):
            guard !restriction.isMultiColumn else {
                throw .invalid("Multi-column slice restrictions cannot be used for filtering.")
            }
            var result: [RowCondition] = []
            if let lower {
                result += each(try values(lower.values, restriction, &evaluator)) {
                    .atLeast($0, isInclusive: lower.isInclusive)
                }
            }
            if let upper {
                result += each(try values(upper.values, restriction, &evaluator)) {
                    .atMost($0, isInclusive: upper.isInclusive)
                }
            }
            return result
        case .contains(let wanted, let keys, let entries):
            return try contained(columns[0], wanted, keys, entries, &evaluator)
        case .like(let term):
            guard let pattern = try evaluator.bytes(term) else { throw .invalid(restriction.nullMessage(columns[0])) }
            return [RowCondition(column: columns[0], test: .like(pattern))]
        }
    }

    private func contained(
        _ column: ColumnShape,
        _ wanted: [PreparedTerm],
        _ keys: [PreparedTerm],
        _ entries: [PreparedTerm.Entry],
        _ evaluator: inout TermEvaluator
    ) throws(ServerError) -> [RowCondition] {
        let keyType: CQLType
        let valueType: CQLType
        switch column.type {
        case .map(let key, let value): (keyType, valueType) = (key, value)
        case .list(let element), .set(let element): (keyType, valueType) = (element, element)
        default: return []
        }
        func value(_ term: PreparedTerm, _ evaluator: inout TermEvaluator) throws(ServerError) -> [UInt8] {
            guard let bytes = try evaluator.bytes(term) else {
                throw .invalid("Unsupported null value for column \(column.name)")
            }
            return bytes
        }
        var result: [RowCondition] = []
        for term in wanted {
            result.append(RowCondition(column: column, test: .contains(try value(term, &evaluator), valueType)))
        }
        for term in keys {
            result.append(RowCondition(column: column, test: .containsKey(try value(term, &evaluator), keyType)))
        }
        for entry in entries {
            let key = try value(entry.key, &evaluator)
            let wanted = try value(entry.value, &evaluator)
            result.append(RowCondition(column: column, test: .containsEntry(key, keyType, wanted, valueType)))
        }
        return result
    }
}
