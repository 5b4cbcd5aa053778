import CQLSyntax
import CQLWire

/// Checks the assignments of UPDATE and what DELETE names against their columns (`Operation.RawUpdate`).
struct OperationReader: Sendable {
    let table: TableShape
    let environment: StatementEnvironment
    var preparer: TermPreparer

    /// What an assignment does.
    mutating func operation(_ assignment: Assignment) throws(ServerError) -> Operation {
        switch assignment {
        case .set(let name, let term): return try set(try assigned(name), term)
        case .append(let name, let term): return try append(try assigned(name), term)
        case .remove(let name, let term): return try remove(try assigned(name), term)
        case .prepend(let name, let term):
            let column = try assigned(name)
            let text = "\(name.text) = \(term.serverText) - \(name.text)"
            guard case .list = column.type else {
                throw .invalid("Invalid operation (\(text)) for non list column \(name.text)")
            }
            guard column.isMultiCell else {
                throw .invalid("Invalid operation (\(text)) for frozen list column \(name.text)")
            }
            return .prepend(column, try preparer.prepare(term, for: Receiver(column, of: table)))
        case .setElement(let name, let key, let term): return try setElement(try assigned(name), key, term)
        case .setField(let name, let field, let term):
            let column = try assigned(name)
            let text = "\(name.text).\(field.text) = \(term.serverText)"
            guard case .udt(let type) = column.type else {
                throw .invalid("Invalid operation (\(text)) for non-UDT column \(name.text)")
            }
            guard column.isMultiCell else {
                throw .invalid("Invalid operation (\(text)) for frozen UDT column \(name.text)")
            }
            guard let index = type.fields.firstIndex(where: { $0.name == field.text }) else {
                throw .invalid("UDT column \(name.text) does not have a field named \(field.text)")
            }
            let part = Receiver(column, of: table).part("\(column.name).\(field.text)", type.fields[index].type)
            return .setField(column, index, try preparer.prepare(term, for: part))
        }
    }

    private func assigned(_ name: Name) throws(ServerError) -> ColumnShape {
        let column = try environment.column(name, of: table)
        guard !column.isPrimaryKey else { throw .invalid("PRIMARY KEY part \(name.text) found in SET part") }
        return column
    }

    /// `c = 1`, also of an INSERT.
    mutating func set(_ column: ColumnShape, _ term: Term) throws(ServerError) -> Operation {
        let value = try preparer.prepare(term, for: Receiver(column, of: table))
        guard column.type != .counter else {
            throw .invalid(
                "Cannot set the value of counter column \(column.name) "
                    + "(counters can only be incremented/decremented, not set)"
            )
        }
        return .set(column, value)
    }

    private mutating func append(_ column: ColumnShape, _ term: Term) throws(ServerError) -> Operation {
        let name = column.name
        let text = "\(name) = \(name) + \(term.serverText)"
        try requireAddition(column, text)
        guard case .map = column.type else {
            return .append(column, try preparer.prepare(term, for: Receiver(column, of: table)))
        }
        if environment.release >= .v40 {
            switch term {
            case .map, .bindMarker, .null, .call, .hint, .userType: break
            case .set(let elements) where elements.isEmpty: break
            default: throw .invalid("Value for a map addition has to be a map, but was: '\(term.serverText)'")
            }
        }
        return .append(column, try preparer.prepare(term, for: Receiver(column, of: table)))
    }

    private mutating func remove(_ column: ColumnShape, _ term: Term) throws(ServerError) -> Operation {
        let name = column.name
        let text = "\(name) = \(name) - \(term.serverText)"
        try requireAddition(column, text)
        guard case .map(let key, _) = column.type else {
            return .discard(column, try preparer.prepare(term, for: Receiver(column, of: table)))
        }
        // What is taken from a map is named by its keys.
        let receiver = Receiver(
            keyspace: table.keyspace,
            table: table.name,
            name: column.name,
            type: .set(key),
            isMultiCell: environment.release >= .v40
        )
        if environment.release >= .v40 {
            switch term {
            case .set, .bindMarker, .null, .call, .hint: break
            default: throw .invalid("Value for a map substraction has to be a set, but was: '\(term.serverText)'")
            }
        }
        return .discard(column, try preparer.prepare(term, for: receiver))
    }

    private func requireAddition(_ column: ColumnShape, _ text: String) throws(ServerError) {
        let name = column.name
        switch column.type {
        case .list, .set, .map:
            guard column.isMultiCell else {
                throw .invalid("Invalid operation (\(text)) for frozen collection column \(name)")
            }
        case .counter: break
        case .tuple, .udt:
            throw .invalid(
                environment.release < .v41
                    ? "Invalid operation (\(text)) for non counter column \(name)"
                    : "Invalid operation (\(text)) for tuple column \(name)"
            )
        default: throw .invalid("Invalid operation (\(text)) for non counter column \(name)")
        }
    }

    private mutating func setElement(_ column: ColumnShape, _ key: Term, _ term: Term) throws(ServerError) -> Operation
    {
        let name = column.name
        let text = "\(name)[\(key.serverText)] = \(term.serverText)"
        let receiver = Receiver(column, of: table)
        switch column.type {
        case .list(let element):
            guard column.isMultiCell else { break }
            let index = try preparer.prepare(key, for: receiver.part("idx(\(column.name))", .int))
            let value = try preparer.prepare(term, for: receiver.part("value(\(column.name))", element))
            return .setElement(column, index, value)
        case .map(let keyType, let valueType):
            guard column.isMultiCell else { break }
            let keyTerm = try preparer.prepare(key, for: receiver.part("key(\(column.name))", keyType))
            let value = try preparer.prepare(term, for: receiver.part("value(\(column.name))", valueType))
            return .setElement(column, keyTerm, value)
        case .set:
            guard column.isMultiCell else { break }
            throw .invalid("Invalid operation (\(text)) for set column \(name)")
        default: throw .invalid("Invalid operation (\(text)) for non collection column \(name)")
        }
        throw .invalid("Invalid operation (\(text)) for frozen collection column \(name)")
    }

    /// What a DELETE takes away.
    mutating func operation(_ item: DeletedItem) throws(ServerError) -> Operation {
        switch item {
        case .column(let name): return .deleteColumn(try deleted(name))
        case .element(let name, let key):
            let column = try deleted(name)
            let receiver = Receiver(column, of: table)
            let part: Receiver
            switch column.type {
            case .list: part = receiver.part("idx(\(column.name))", .int)
            case .set(let element): part = receiver.part("value(\(column.name))", element)
            case .map(let key, _): part = receiver.part("key(\(column.name))", key)
            default: throw .invalid("Invalid deletion operation for non collection column \(name.text)")
            }
            guard column.isMultiCell else {
                throw .invalid("Invalid deletion operation for frozen collection column \(name.text)")
            }
            return .deleteElement(column, try preparer.prepare(key, for: part))
        case .field(let name, let field):
            let column = try deleted(name)
            guard case .udt(let type) = column.type else {
                throw .invalid("Invalid field deletion operation for non-UDT column \(name.text)")
            }
            guard column.isMultiCell else {
                throw .invalid("Frozen UDT column \(name.text) does not support field deletions")
            }
            guard let index = type.fields.firstIndex(where: { $0.name == field.text }) else {
                throw .invalid("UDT column \(name.text) does not have a field named \(field.text)")
            }
            return .deleteField(column, index)
        }
    }

    private func deleted(_ name: Name) throws(ServerError) -> ColumnShape {
        let column = try environment.column(name, of: table)
        guard !column.isPrimaryKey else {
            throw .invalid("Invalid identifier \(name.text) for deletion (should not be a PRIMARY KEY part)")
        }
        return column
    }
}
