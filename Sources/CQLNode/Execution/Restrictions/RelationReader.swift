import CQLSyntax
import CQLWire

/// Turns the relations of a WHERE clause into restrictions (`Relation.toRestriction`).
struct RelationReader: Sendable {
    let table: TableShape
    let environment: StatementEnvironment
    var preparer: TermPreparer

    /// What a relation says of columns.
    mutating func restriction(of relation: Relation) throws(ServerError) -> Restriction {
        switch relation {
        case .column(let name, let sign, let term):
            return try single(name, sign, term, relation)
        case .columnIn(let name, let values):
            let column = try column(name, "IN")
            return Restriction(columns: [column], kind: try inKind(values, column))
        case .columnNotIn(let name, let values):
            let column = try column(name, "NOT IN")
            return Restriction(columns: [column], kind: .notIn(try choice(values, column)))
        case .columnBetween(let name, let low, let high):
            let column = try column(name, "BETWEEN")
            let lower = try preparer.prepare(low, for: Receiver(column, of: table))
            let upper = try preparer.prepare(high, for: Receiver(column, of: table))
            return Restriction(
                columns: [column],
                kind: .slice(
                    lower: .init(values: .terms([lower]), isInclusive: true),
                    upper: .init(values: .terms([upper]), isInclusive: true)
                )
            )
        case .contains(let name, let term): return try contains(name, term, isKey: false)
        case .containsKey(let name, let term): return try contains(name, term, isKey: true)
        case .element(let name, let key, let sign, let term): return try element(name, key, sign, term)
        case .like(let name, let term):
            let column = try column(name, "LIKE")
            return Restriction(
                columns: [column], kind: .like(try preparer.prepare(term, for: Receiver(column, of: table))))
        case .tuple(let names, let sign, let term): return try tuple(names, sign, term, relation)
        case .tupleIn(let names, let values): return try tupleIn(names, values, relation)
        case .isNotNull(let name):
            _ = try environment.column(name, of: table)
            throw .invalid("Unsupported restriction: \(name.text) IS NOT NULL")
        case .notContains, .tupleNotIn, .tupleBetween, .custom, .token, .tokenBetween:
            throw .invalid("The embedded node does not support this relation")
        }
    }

    /// A column that a relation may restrict as a whole.
    private func column(_ name: Name, _ sign: String) throws(ServerError) -> ColumnShape {
        let column = try environment.column(name, of: table)
        guard column.isMultiCell else { return column }
        if case .udt = column.type {
            throw .invalid(
                "Non-frozen UDT column '\(column.name)' (\(column.typeName)) cannot be restricted by any relation")
        }
        throw .invalid(
            "Collection column '\(column.name)' (\(column.typeName)) cannot be restricted by a '\(sign)' relation")
    }

    private mutating func single(_ name: Name, _ sign: ComparisonOperator, _ term: Term, _ relation: Relation)
        throws(ServerError) -> Restriction
    {
        if sign == .notEqual, environment.release < .v60 {
            _ = try environment.column(name, of: table)
            throw .invalid("Unsupported \"!=\" relation: \(name.text) != \(term.serverText)")
        }
        let column = try column(name, sign.rawValue)
        if sign != .equal, sign != .notEqual { try requireComparable(column) }
        let value = try preparer.prepare(term, for: Receiver(column, of: table))
        if sign == .equal, case .partitionKey(let component) = column.kind, case .bindMarker(let marker) = term {
            preparer.markers.noteKey(marker, component: component)
        }
        return Restriction(columns: [column], kind: kind(sign, .terms([value])))
    }

    private func requireComparable(_ column: ColumnShape) throws(ServerError) {
        guard column.type.holdsDuration else { return }
        switch column.type {
        case .duration: throw .invalid("Slice restrictions are not supported on duration columns")
        case .tuple: throw .invalid("Slice restrictions are not supported on tuples containing durations")
        case .udt: throw .invalid("Slice restrictions are not supported on UDTs containing durations")
        default: throw .invalid("Slice restrictions are not supported on collections containing durations")
        }
    }

    func kind(_ sign: ComparisonOperator, _ values: Restriction.Values) -> Restriction.Kind {
        switch sign {
        case .equal: .equal(values)
        case .notEqual: .notEqual(values)
        case .less: .slice(lower: nil, upper: .init(values: values, isInclusive: false))
        case .lessOrEqual: .slice(lower: nil, upper: .init(values: values, isInclusive: true))
        case .greater: .slice(lower: .init(values: values, isInclusive: false), upper: nil)
        case .greaterOrEqual: .slice(lower: .init(values: values, isInclusive: true), upper: nil)
        }
    }

    private mutating func inKind(_ values: Relation.Values, _ column: ColumnShape) throws(ServerError)
        -> Restriction.Kind
    {
        let choice = try choice(values, column)
        // An IN with one value is an equality.
        if case .values(let terms) = choice, terms.count == 1 {
            if case .terms(let written) = values, case .partitionKey(let component) = column.kind,
                case .bindMarker(let marker)? = written.first
            {
                preparer.markers.noteKey(marker, component: component)
            }
            return .equal(terms[0])
        }
        return .isIn(choice)
    }

    private mutating func choice(_ values: Relation.Values, _ column: ColumnShape) throws(ServerError)
        -> Restriction.Choice
    {
        let receiver = Receiver(column, of: table)
        switch values {
        case .terms(let terms):
            var prepared: [Restriction.Values] = []
            for term in terms { prepared.append(.terms([try preparer.prepare(term, for: receiver)])) }
            return .values(prepared)
        case .bindMarker(let marker):
            let list = receiver.part("in(\(column.name))", .list(column.type))
            return .marker(try preparer.prepare(.bindMarker(marker), for: list))
        }
    }

    private mutating func contains(_ name: Name, _ term: Term, isKey: Bool) throws(ServerError) -> Restriction {
        let column = try environment.column(name, of: table)
        let receiver = Receiver(column, of: table)
        let part: Receiver
        switch (column.type, isKey) {
        case (.map(let key, _), true): part = receiver.part("key(\(column.name))", key)
        case (_, true): throw .invalid("Cannot use CONTAINS KEY on non-map column \(column.name)")
        case (.map(_, let value), false): part = receiver.part("value(\(column.name))", value)
        case (.list(let element), false), (.set(let element), false):
            part = receiver.part("value(\(column.name))", element)
        default: throw .invalid("Cannot use CONTAINS on non-collection column \(column.name)")
        }
        let value = try preparer.prepare(term, for: part)
        let kind: Restriction.Kind =
            isKey
            ? .contains(values: [], keys: [value], entries: []) : .contains(values: [value], keys: [], entries: [])
        return Restriction(columns: [column], kind: kind)
    }

    private mutating func element(_ name: Name, _ key: Term, _ sign: ComparisonOperator, _ term: Term)
        throws(ServerError) -> Restriction
    {
        let column = try environment.column(name, of: table)
        let quoted = column.name
        if case .list = column.type {
            throw .invalid("Indexes on list entries (\(quoted)[index] = value) are not currently supported.")
        }
        guard case .map(let keyType, let valueType) = column.type else {
            throw .invalid("Column \(quoted) cannot be used as a map")
        }
        guard column.isMultiCell else {
            throw .invalid("Map-entry equality predicates on frozen map column \(quoted) are not supported")
        }
        guard sign == .equal else { throw .invalid("Only EQ relations are supported on map entries") }
        let receiver = Receiver(column, of: table)
        let keyTerm = try preparer.prepare(key, for: receiver.part("key(\(column.name))", keyType))
        let valueTerm = try preparer.prepare(term, for: receiver.part("value(\(column.name))", valueType))
        let entry = PreparedTerm.Entry(key: keyTerm, value: valueTerm)
        return Restriction(columns: [column], kind: .contains(values: [], keys: [], entries: [entry]))
    }
}

extension CQLType {
    /// Whether a duration is, or stands in, a value of this type.
    var holdsDuration: Bool {
        switch self {
        case .duration: true
        case .list(let element), .set(let element), .vector(let element, _): element.holdsDuration
        case .map(let key, let value): key.holdsDuration || value.holdsDuration
        case .tuple(let types): types.contains(where: \.holdsDuration)
        case .udt(let type): type.fields.contains { $0.type.holdsDuration }
        default: false
        }
    }
}
