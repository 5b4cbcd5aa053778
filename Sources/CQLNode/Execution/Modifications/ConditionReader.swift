import CQLSyntax
import CQLWire

/// Checks the IF clause of a write (`ColumnCondition.Raw.prepare`).
struct ConditionReader: Sendable {
    let table: TableShape
    let environment: StatementEnvironment
    var preparer: TermPreparer

    mutating func condition(_ condition: Condition) throws(ServerError) -> PreparedCondition {
        switch condition {
        case .none: return .none
        case .ifExists: return .ifExists
        case .ifNotExists: return .ifNotExists
        case .columns(let conditions):
            var tests: [PreparedCondition.ColumnTest] = []
            for condition in conditions { tests.append(try test(condition)) }
            return .columns(tests)
        }
    }

    private mutating func test(_ condition: ColumnCondition) throws(ServerError) -> PreparedCondition.ColumnTest {
        let name: Name
        switch condition.subject {
        case .column(let column), .element(let column, _), .field(let column, _): name = column
        }
        let column = try environment.column(name, of: table)
        guard column.type != .counter else { throw .invalid("Conditions on counters are not supported") }
        let receiver = Receiver(column, of: table)
        let part: PreparedCondition.ColumnTest.Part
        let compared: Receiver
        switch condition.subject {
        case .column: (part, compared) = (.whole, receiver)
        case .element(_, let key):
            switch column.type {
            case .list(let element):
                part = .element(try preparer.prepare(key, for: receiver.part("idx(\(column.name))", .int)))
                compared = receiver.part(elementName(column, key, "value(\(column.name))"), element)
            case .map(let keyType, let valueType):
                part = .element(try preparer.prepare(key, for: receiver.part("key(\(column.name))", keyType)))
                compared = receiver.part(elementName(column, key, "value(\(column.name))"), valueType)
            case .set: throw .invalid("Invalid element access syntax for set column \(name.text)")
            default: throw .invalid("Invalid element access syntax for non-collection column \(name.text)")
            }
        case .field(_, let field):
            guard case .udt(let type) = column.type,
                let index = type.fields.firstIndex(where: { $0.name == field.text })
            else { throw .invalid("Unknown field \(field.text) for column \(name.text)") }
            part = .field(index)
            compared = receiver.part("\(column.name).\(field.text)", type.fields[index].type)
        }
        let (comparison, type) = try comparison(condition.test, compared, column)
        guard !column.isPrimaryKey else {
            throw .invalid("PRIMARY KEY column '\(name.text)' cannot have IF conditions")
        }
        return PreparedCondition.ColumnTest(column: column, part: part, comparison: comparison, type: type)
    }

    /// What an element is called for the markers it is compared with.
    private func elementName(_ column: ColumnShape, _ key: Term, _ name: String) -> String {
        environment.release < .v60 ? name : "\(column.name)[\(key.serverText)]"
    }

    private mutating func comparison(_ test: ColumnCondition.Test, _ receiver: Receiver, _ column: ColumnShape)
        throws(ServerError) -> (PreparedCondition.ColumnTest.Comparison, CQLType)
    {
        switch test {
        case .compare(let sign, let term):
            try requireComparable(sign, receiver.type)
            return (.compare(sign, try preparer.prepare(term, for: receiver)), receiver.type)
        case .isIn(.terms(let terms)):
            var prepared: [PreparedTerm] = []
            for term in terms { prepared.append(try preparer.prepare(term, for: receiver)) }
            return (.isIn(prepared), receiver.type)
        case .isIn(.bindMarker(let marker)):
            let list = receiver.part("in(\(receiver.name))", .list(receiver.type))
            return (.isInMarker(try preparer.prepare(.bindMarker(marker), for: list)), receiver.type)
        case .contains(let term), .containsKey(let term):
            let isKey = if case .containsKey = test { true } else { false }
            let name = column.name
            let part: Receiver
            switch (receiver.type, isKey) {
            case (.map(let key, _), true): part = receiver.part("key(\(column.name))", key)
            case (_, true): throw .invalid("Cannot use CONTAINS KEY on non-map column \(name)")
            case (.map(_, let value), false): part = receiver.part("value(\(column.name))", value)
            case (.list(let element), false), (.set(let element), false):
                part = receiver.part("value(\(column.name))", element)
            default: throw .invalid("Cannot use CONTAINS on non-collection column \(name)")
            }
            return (.contains(try preparer.prepare(term, for: part), isKey: isKey), receiver.type)
        }
    }

    private func requireComparable(_ sign: ComparisonOperator, _ type: CQLType) throws(ServerError) {
        guard sign != .equal, sign != .notEqual, type.holdsDuration else { return }
        switch type {
        case .duration: throw .invalid("Slice conditions ( \(sign.rawValue) ) are not supported on durations")
        case .tuple: throw .invalid("Slice conditions are not supported on tuples containing durations")
        case .udt: throw .invalid("Slice conditions are not supported on UDTs containing durations")
        default: throw .invalid("Slice conditions are not supported on collections containing durations")
        }
    }
}
