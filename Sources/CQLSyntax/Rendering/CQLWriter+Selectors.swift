extension CQLWriter {
    mutating func write(_ selector: Selector) {
        switch selector {
        case .column(let name): writeColumn(name)
        case .term(let term): write(term)
        case .countRows: write("count(*)")
        case .writeTime(let column): writeCall("writetime", column)
        case .maximumWriteTime(let column): writeCall("maxwritetime", column)
        case .timeToLive(let column): writeCall("ttl", column)
        case .cast(let operand, let type):
            write("CAST(")
            write(operand)
            write(" AS \(type))")
        case .call(let function, let arguments):
            writeFunction(function)
            writeBracketed("(", arguments, ")") { $0.write($1) }
        case .field(let base, let name):
            write(base)
            // Digits and a point are one number.
            write(base.isTerm ? " ." : ".")
            write(name)
        case .element(let base, let key):
            write(base)
            write("[")
            write(key)
            write("]")
        case .slice(let base, let lower, let upper):
            write(base)
            write("[")
            if let lower { write(lower) }
            write("..")
            if let upper { write(upper) }
            write("]")
        case .tuple(let elements): writeBracketed("(", elements, ")") { $0.write($1) }
        case .list(let elements): writeBracketed("[", elements, "]") { $0.write($1) }
        case .set(let elements): writeBracketed("{", elements, "}") { $0.write($1) }
        case .map(let entries):
            writeBracketed("{", entries, "}") {
                $0.write($1.key)
                $0.write(": ")
                $0.write($1.value)
            }
        case .hint(let type, let operand):
            write("(\(type)) ")
            write(operand)
        case .arithmetic(let left, let sign, let right):
            writeOperand(left, isGrouped: left.binds(looserThan: sign, onRight: false))
            write(" \(sign.rawValue) ")
            writeOperand(right, isGrouped: right.binds(looserThan: sign, onRight: true))
        case .negated(let operand):
            write("- ")
            writeOperand(operand, isGrouped: operand.isArithmetic)
        }
    }

    /// `json`, `distinct` and `as` may be columns, and may be taken for words of the statement.
    private mutating func writeColumn(_ name: Name) {
        switch name.text {
        case "json", "distinct", "as": writeQuoted(name.text)
        default: write(name)
        }
    }

    private mutating func writeCall(_ function: String, _ argument: Selector) {
        write(function)
        write("(")
        write(argument)
        write(")")
    }

    private mutating func writeOperand(_ selector: Selector, isGrouped: Bool) {
        if isGrouped { write("(") }
        write(selector)
        if isGrouped { write(")") }
    }
}

extension Selector {
    fileprivate var isTerm: Bool {
        if case .term = self { return true }
        return false
    }

    fileprivate var isArithmetic: Bool {
        if case .arithmetic = self { return true }
        return false
    }

    /// Whether an operand of an operator needs brackets.
    fileprivate func binds(looserThan sign: ArithmeticOperator, onRight: Bool) -> Bool {
        guard case .arithmetic(_, let inner, _) = self else { return false }
        return onRight ? inner.isAddition || !sign.isAddition : inner.isAddition && !sign.isAddition
    }
}

extension Selector: CustomStringConvertible {
    /// The selector as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
