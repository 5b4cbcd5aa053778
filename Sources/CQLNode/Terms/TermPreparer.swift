import CQLSyntax
import CQLWire

/// Gives the terms of a statement their types, and notes its bind markers (`Term.Raw.prepare`).
struct TermPreparer: Sendable {
    /// Against what names are looked up.
    let environment: StatementEnvironment
    /// The keyspace whose types and functions come first.
    let keyspace: String
    /// The markers found so far.
    var markers = MarkerCollector()

    init(_ environment: StatementEnvironment, keyspace: String) {
        self.environment = environment
        self.keyspace = keyspace
    }

    /// A term as a value for something.
    ///
    /// - Throws: What the server says of a term that cannot be one.
    mutating func prepare(_ term: Term, for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        switch term {
        case .null:
            return .null
        case .constant(let constant):
            guard assignability(of: constant, to: receiver.type) != .none else {
                throw .invalid(
                    "Invalid \(constant.serverKind) constant (\(constant.text)) for \"\(receiver.name)\""
                        + " of type \(receiver.typeName)"
                )
            }
            return .value(try ConstantReader(release: environment.release).bytes(constant, as: receiver.type))
        case .bindMarker(let marker):
            markers.note(marker, for: receiver)
            return .marker(marker.index, receiver.type)
        case .list(let elements):
            return try prepareList(elements, term, for: receiver)
        case .set(let elements):
            return try prepareSet(elements, for: receiver)
        case .map(let entries):
            return try prepareMap(entries, for: receiver)
        case .userType(let fields):
            return try prepareUserType(fields, for: receiver)
        case .tuple(let elements):
            return try prepareTuple(elements, for: receiver)
        case .hint(let type, let inner):
            return try prepareHint(type, inner, term, for: receiver)
        case .call(let call):
            return try prepareCall(call, for: receiver)
        case .cast(let inner, let type):
            return try prepareCast(inner, type, for: receiver)
        case .arithmetic(let left, let sign, let right):
            return try prepareArithmetic(left, sign, right, for: receiver)
        case .negated(let inner):
            return try prepareNegation(inner, for: receiver)
        case .reference: throw .transactions
        }
    }

    private mutating func prepareHint(
        _ expression: TypeExpression,
        _ inner: Term,
        _ term: Term,
        for receiver: Receiver
    ) throws(ServerError) -> PreparedTerm {
        let type = try environment.type(expression, in: keyspace)
        let casted = receiver.part(term.serverText, type)
        guard try assignability(of: inner, to: casted) != .none else {
            throw .invalid("Cannot cast value \(inner.serverText) to type \(expression.serverText)")
        }
        guard receiver.type.accepts(type) != .none else {
            throw .invalid("Cannot assign value \(term.serverText) to \(receiver.name) of type \(receiver.typeName)")
        }
        return try prepare(inner, for: casted)
    }
}

extension CQLType {
    /// Whether bytes of another type are a value of this one as well (`AbstractType.isValueCompatibleWith`).
    func accepts(_ other: CQLType) -> Assignability {
        if self == other { return .exact }
        switch (self, other) {
        case (.blob, _), (.text, .ascii), (.uuid, .timeuuid), (.varint, .int), (.varint, .bigint),
            (.bigint, .timestamp), (.timestamp, .bigint), (.varint, .timestamp):
            return .weak
        case (.list(let element), .list(let otherElement)), (.set(let element), .set(let otherElement)):
            return min(.weak, element.accepts(otherElement))
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            return min(.weak, min(key.accepts(otherKey), value.accepts(otherValue)))
        default:
            return .none
        }
    }
}
