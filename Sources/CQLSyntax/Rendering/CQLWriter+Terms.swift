extension CQLWriter {
    mutating func write(_ term: Term) {
        switch term {
        case .null: write("NULL")
        case .constant(let constant): write(constant)
        case .bindMarker(let marker): write(marker)
        case .list(let elements): writeBracketed("[", elements, "]") { $0.write($1) }
        case .set(let elements): writeBracketed("{", elements, "}") { $0.write($1) }
        case .map(let entries):
            writeBracketed("{", entries, "}") {
                $0.write($1.key)
                $0.write(": ")
                $0.write($1.value)
            }
        case .userType(let fields):
            writeBracketed("{", fields, "}") {
                $0.write($1.field)
                $0.write(": ")
                $0.write($1.value)
            }
        case .tuple(let elements): writeBracketed("(", elements, ")") { $0.write($1) }
        case .call(let call): write(call)
        case .hint(let type, let operand):
            write("(\(type)) ")
            write(operand)
        case .cast(let operand, let type):
            write("CAST(")
            write(operand)
            write(" AS \(type.rawValue))")
        case .arithmetic(let left, let sign, let right):
            writeOperand(left, isGrouped: left.binds(looserThan: sign, onRight: false))
            write(" \(sign.rawValue) ")
            writeOperand(right, isGrouped: right.binds(looserThan: sign, onRight: true))
        case .reference(let reference): write(reference)
        case .negated(let operand):
            // Without the blank, a minus and digits are one number, and two minuses a comment.
            write("- ")
            writeOperand(operand, isGrouped: operand.isOperation)
        }
    }

    private mutating func writeOperand(_ term: Term, isGrouped: Bool) {
        if isGrouped { write("(") }
        write(term)
        if isGrouped { write(")") }
    }

    mutating func write(_ call: FunctionCall) {
        writeFunction(call.function)
        writeBracketed("(", call.arguments, ")") { $0.write($1) }
    }

    mutating func write(_ marker: BindMarker) {
        guard let name = marker.name else {
            write("?")
            return
        }
        write(":")
        write(name)
    }
}

extension Term {
    fileprivate var isOperation: Bool {
        switch self {
        case .arithmetic, .negated: true
        default: false
        }
    }

    /// Whether an operand of an operator needs brackets.
    fileprivate func binds(looserThan sign: ArithmeticOperator, onRight: Bool) -> Bool {
        guard case .arithmetic(_, let inner, _) = self else { return false }
        return onRight ? inner.isAddition || !sign.isAddition : inner.isAddition && !sign.isAddition
    }
}

extension ArithmeticOperator {
    /// Whether it binds as loosely as `+`.
    var isAddition: Bool { self == .add || self == .subtract }
}

extension Term: CustomStringConvertible {
    /// The value as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}

extension FunctionCall: CustomStringConvertible {
    /// The call as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}

extension Constant: CustomStringConvertible {
    /// The literal as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
