import CQLSyntax
import CQLWire

/// What operators between numbers, and between times and durations, give (`OperationFcts`).
enum Arithmetic {
    /// The name of the function behind an operator.
    static func name(of sign: ArithmeticOperator) -> String {
        switch sign {
        case .add: "_add"
        case .subtract: "_substract"
        case .multiply: "_multiply"
        case .divide: "_divide"
        case .remainder: "_modulo"
        }
    }

    /// The type of the result; nil if there is no such operation.
    static func resultType(_ left: CQLType, _ sign: ArithmeticOperator, _ right: CQLType) -> CQLType? {
        if right == .duration, sign == .add || sign == .subtract, left == .timestamp || left == .date { return left }
        if sign == .add, [.text, .ascii].contains(left), [.text, .ascii].contains(right) {
            return left == .ascii && right == .ascii ? .ascii : .text
        }
        guard let leftRank = rank(left), let rightRank = rank(right) else { return nil }
        let types = [normal(left), normal(right)]
        if types.contains(.decimal) { return .decimal }
        let isFloating = types.contains(.double) || types.contains(.float)
        if types.contains(.varint) { return isFloating ? .decimal : .varint }
        if types.contains(.double) { return .double }
        if types.contains(.float) { return types.contains(.bigint) ? .double : .float }
        return leftRank >= rightRank ? normal(left) : normal(right)
    }

    private static func normal(_ type: CQLType) -> CQLType { type == .counter ? .bigint : type }

    private static func rank(_ type: CQLType) -> Int? {
        [.tinyint, .smallint, .int, .bigint, .float, .double, .varint, .decimal].firstIndex(of: normal(type))
    }

    /// The result of an operation.
    static func compute(_ sign: ArithmeticOperator, _ left: [UInt8], _ right: [UInt8], _ function: NativeFunction)
        throws(ServerError) -> [UInt8]
    {
        let leftType = function.arguments[0]
        if function.arguments[1] == .duration {
            return try TimeArithmetic.shift(left, leftType, by: right, isNegative: sign == .subtract)
        }
        if function.result == .text || function.result == .ascii { return left + right }
        guard let leftNumber = Number(left, leftType), let rightNumber = Number(right, function.arguments[1]) else {
            throw .invalid("the '\(sign.rawValue)' operation needs two numbers")
        }
        let number: Number
        do {
            number = try Number.compute(leftNumber, sign, rightNumber, as: function.result)
        } catch {
            let types = function.arguments.map(\.description)
            throw ServerError(
                .functionFailure,
                "the operation '\(types[0]) \(sign.rawValue) \(types[1])' failed: \(error.message)",
                details: .functionFailure(keyspace: "system", function: function.name, argumentTypes: types)
            )
        }
        return try number.encoded(as: function.result)
    }
}
