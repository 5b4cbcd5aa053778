import CQLSyntax
import CQLWire

extension TermPreparer {
    /// The function behind an operator; nil if the types of both sides are open.
    func resolve(_ left: Term, _ sign: ArithmeticOperator, _ right: Term, for receiver: Receiver?)
        throws(ServerError) -> NativeFunction?
    {
        let wanted = receiver.flatMap { NativeFunctions.numbers.contains($0.type) ? $0.type : nil }
        var leftType = try operandType(left, wanted)
        // A text in front of a duration is a time, if a time is wanted.
        if case .constant(let constant) = left, constant.kind == .string, let type = receiver?.type,
            type == .timestamp || type == .date
        {
            leftType = type
        }
        let rightType = try operandType(right, wanted)
        guard let leftType, let rightType else { return nil }
        guard let result = Arithmetic.resultType(leftType, sign, rightType) else {
            throw .invalid(
                "the '\(sign.rawValue)' operation is not supported between \(left.serverText) and \(right.serverText)")
        }
        return NativeFunction(Arithmetic.name(of: sign), [leftType, rightType], result, .arithmetic(sign))
    }

    /// The type of one side: a number whose type is open takes that of the result, if it can.
    private func operandType(_ term: Term, _ wanted: CQLType?) throws(ServerError) -> CQLType? {
        switch term {
        case .constant(let constant):
            if let wanted, assignability(of: constant, to: wanted) != .none { return wanted }
            return constant.preferredType
        case .arithmetic(let left, let sign, let right):
            guard let wanted else { return try exactType(of: term) }
            let receiver = Receiver(keyspace: keyspace, table: "", name: "", type: wanted)
            return try resolve(left, sign, right, for: receiver)?.result
        case .bindMarker, .null: return wanted
        default: return try exactType(of: term) ?? wanted
        }
    }

    /// `a + b`.
    mutating func prepareArithmetic(
        _ left: Term,
        _ sign: ArithmeticOperator,
        _ right: Term,
        for receiver: Receiver
    ) throws(ServerError) -> PreparedTerm {
        guard let function = try resolve(left, sign, right, for: receiver) else {
            throw .invalid(
                "Ambiguous '\(sign.rawValue)' operation with args \(left.serverText) and \(right.serverText): "
                    + "use type hint to disambiguate, example '(int) ?'"
            )
        }
        guard receiver.type.accepts(function.result) != .none else {
            throw .invalid(
                "Type error: cannot assign result of operation \(sign.rawValue) (type \(function.result.serverName()))"
                    + " to \(receiver.name) (type \(receiver.typeName))"
            )
        }
        let leftTerm = try prepare(left, for: receiver.part("arg0(\(function.shortName))", function.arguments[0]))
        let rightTerm = try prepare(right, for: receiver.part("arg1(\(function.shortName))", function.arguments[1]))
        return .call(function, [leftTerm, rightTerm])
    }

    /// `-a`.
    mutating func prepareNegation(_ inner: Term, for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        guard
            let type = try exactType(of: inner)
                ?? (NativeFunctions.numbers.contains(receiver.type) ? receiver.type : nil)
        else { throw .invalid("Ambiguous negation: use type casts to disambiguate") }
        let term = try prepare(inner, for: receiver.part("arg0(system._negate)", type))
        return .call(NativeFunction("_negate", [type], type, .negation), [term])
    }
}
