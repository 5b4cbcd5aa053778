import CQLSyntax
import CQLWire

/// Gives selectors their types (`Selectable.Raw.prepare`).
struct SelectorReader: Sendable {
    /// A selector with its type and with the name that its result gets.
    struct Prepared: Sendable {
        let selector: PreparedSelector
        let type: CQLType
        let name: String
    }

    let table: TableShape
    let environment: StatementEnvironment
    var preparer: TermPreparer
    private(set) var aggregates: [SelectedAggregate] = []

    init(table: TableShape, environment: StatementEnvironment, preparer: TermPreparer) {
        self.table = table
        self.environment = environment
        self.preparer = preparer
    }

    /// The column of a result that an item makes.
    mutating func column(_ item: SelectedItem) throws(ServerError) -> SelectedColumn {
        let prepared = try prepare(item.selector, wanted: nil)
        return SelectedColumn(name: item.alias?.text ?? prepared.name, type: prepared.type, selector: prepared.selector)
    }

    /// A selector, for a type where one is wanted.
    mutating func prepare(_ selector: Selector, wanted: CQLType?) throws(ServerError) -> Prepared {
        switch selector {
        case .column(let name):
            let column = try environment.column(name, of: table)
            return Prepared(selector: .column(column), type: column.type, name: column.name)
        case .term(let term): return try prepare(term, wanted)
        case .countRows:
            let function = NativeFunction("countRows", [], .bigint, .aggregate(.countRows))
            return Prepared(selector: aggregate(function, []), type: .bigint, name: "count")
        case .writeTime(let inner): return try cellFact(.writeTime, inner)
        case .maximumWriteTime(let inner): return try cellFact(.maximumWriteTime, inner)
        case .timeToLive(let inner): return try cellFact(.timeToLive, inner)
        case .cast(let inner, let type): return try cast(inner, type)
        case .call(let name, let arguments): return try call(name, arguments, wanted)
        case .field(let inner, let field): return try self.field(inner, field)
        case .element(let inner, let key): return try element(inner, key)
        case .slice(let inner, let from, let to): return try slice(inner, from, to)
        case .arithmetic(let left, let sign, let right): return try arithmetic(left, sign, right)
        case .negated(let inner):
            let prepared = try prepare(inner, wanted: wanted)
            let function = NativeFunction("_negate", [prepared.type], prepared.type, .negation)
            return Prepared(
                selector: .call(function, [prepared.selector]), type: prepared.type, name: "-\(prepared.name)")
        case .hint(let expression, let inner):
            let type = try environment.type(expression, in: table.keyspace)
            let prepared = try prepare(inner, wanted: type)
            guard type.accepts(prepared.type) != .none else {
                throw .invalid(
                    "Cannot assign value \(prepared.name) to \(expression.serverText) of type \(type.serverName())")
            }
            return Prepared(
                selector: prepared.selector, type: type, name: "(\(expression.serverText))\(prepared.name)")
        case .tuple, .list, .set, .map: return try collection(selector, wanted)
        }
    }

    mutating func aggregate(_ function: NativeFunction, _ arguments: [PreparedSelector]) -> PreparedSelector {
        aggregates.append(SelectedAggregate(function: function, arguments: arguments))
        return .aggregate(aggregates.count - 1)
    }

    private mutating func prepare(_ term: Term, _ wanted: CQLType?) throws(ServerError) -> Prepared {
        let text = term.serverText
        let hinted: CQLType?
        if case .hint(let expression, _) = term {
            hinted = try environment.type(expression, in: table.keyspace)
        } else {
            hinted = nil
        }
        guard let type = wanted ?? hinted else {
            throw .invalid(
                "Cannot infer type for term \(text) in selection clause (try using a cast to force a type)")
        }
        let receiver = Receiver(keyspace: table.keyspace, table: table.name, name: "[selection]", type: type)
        return Prepared(selector: .term(try preparer.prepare(term, for: receiver)), type: type, name: text)
    }

    private mutating func field(_ inner: Selector, _ field: Name) throws(ServerError) -> Prepared {
        let prepared = try prepare(inner, wanted: nil)
        guard case .udt(let type) = prepared.type else {
            throw .invalid(
                "Invalid field selection: \(prepared.name) of type \(prepared.type.serverName()) is not a user type")
        }
        guard let index = type.fields.firstIndex(where: { $0.name == field.text }) else {
            throw .invalid("\(prepared.name) of type \(type.name) has no field \(field.text)")
        }
        return Prepared(
            selector: .field(prepared.selector, index),
            type: type.fields[index].type,
            name: "\(prepared.name).\(field.text)"
        )
    }

    private mutating func element(_ inner: Selector, _ key: Term) throws(ServerError) -> Prepared {
        let prepared = try prepare(inner, wanted: nil)
        let (keyType, valueType) = try keyed(prepared, "Element", "element")
        let term = try preparer.prepare(key, for: keyReceiver(prepared.name, keyType))
        return Prepared(
            selector: .element(prepared.selector, term, prepared.type),
            type: valueType,
            name: "\(prepared.name)[\(key.serverText)]"
        )
    }

    private mutating func slice(_ inner: Selector, _ from: Term?, _ to: Term?) throws(ServerError) -> Prepared {
        let prepared = try prepare(inner, wanted: nil)
        let (keyType, _) = try keyed(prepared, "Slice", "slice")
        var terms: [PreparedTerm?] = []
        for term in [from, to] {
            guard let term else {
                terms.append(nil)
                continue
            }
            terms.append(try preparer.prepare(term, for: keyReceiver(prepared.name, keyType)))
        }
        return Prepared(
            selector: .slice(prepared.selector, terms[0], terms[1], prepared.type),
            type: prepared.type,
            name: "\(prepared.name)[\(from?.serverText ?? "")..\(to?.serverText ?? "")]"
        )
    }

    private func keyReceiver(_ name: String, _ type: CQLType) -> Receiver {
        Receiver(keyspace: table.keyspace, table: table.name, name: "key(\(name))", type: type)
    }

    private func keyed(_ prepared: Prepared, _ kind: String, _ word: String) throws(ServerError)
        -> (key: CQLType, value: CQLType)
    {
        switch prepared.type {
        case .map(let key, let value): return (key, value)
        case .set(let element): return (element, element)
        case .list: throw .invalid("\(kind) selection is only allowed on sets and maps, but \(prepared.name) is a list")
        default:
            throw .invalid(
                kind == "Element"
                    ? "Invalid element selection: \(prepared.name) is of type \(prepared.type.serverName()) is not a collection"
                    : "Invalid slice selection: \(prepared.name) of type \(prepared.type.serverName()) is not a collection"
            )
        }
    }

    private mutating func cellFact(_ fact: PreparedSelector.CellFact, _ inner: Selector) throws(ServerError) -> Prepared
    {
        let prepared = try prepare(inner, wanted: nil)
        let word =
            switch fact {
            case .writeTime: environment.release < .v50 ? "writeTime" : "writetime"
            case .maximumWriteTime: "maxwritetime"
            case .timeToLive: "ttl"
            }
        let column: ColumnShape
        let part: PreparedSelector.CellPart
        switch prepared.selector {
        case .column(let found): (column, part) = (found, .whole)
        case .element(.column(let found), let key, _): (column, part) = (found, .element(key))
        case .field(.column(let found), let index): (column, part) = (found, found.isMultiCell ? .field(index) : .whole)
        default: throw .invalid("Cannot use selection function \(word) on \(prepared.name)")
        }
        guard !column.isPrimaryKey else {
            throw .invalid("Cannot use selection function \(word) on PRIMARY KEY part \(column.name)")
        }
        if environment.release < .v50, column.isMultiCell {
            throw .invalid(
                "Cannot use selection function \(word) on non-frozen "
                    + "\(column.isUserType ? "UDT" : "collection") \(column.name)"
            )
        }
        let type: CQLType = fact == .timeToLive ? .int : .bigint
        let isList = column.isMultiCell && part == .whole && fact != .maximumWriteTime
        return Prepared(
            selector: .cellFact(fact, column, part),
            type: isList ? .list(type) : type,
            name: "\(word.lowercased())(\(prepared.name))"
        )
    }
}

extension ColumnShape {
    /// Whether its type is user-defined.
    var isUserType: Bool { if case .udt = type { true } else { false } }
}
