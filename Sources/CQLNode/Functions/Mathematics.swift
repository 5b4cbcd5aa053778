import CQLWire
import Glibc

/// The functions on numbers that 5.0 brought (`MathFcts`).
enum Mathematics {
    static func compute(_ kind: NativeFunction.Kind, _ argument: [UInt8], _ type: CQLType) throws(ServerError)
        -> [UInt8]?
    {
        guard let number = Number(argument, type) else { return nil }
        switch kind {
        case .absolute: return try absolute(number).encoded(as: type)
        case .rounded:
            if case .floating(let value) = number {
                // Java rounds halves up.
                return try Number.floating((value + 0.5).rounded(.down)).encoded(as: type)
            }
            try number.requireWritable(as: .varint)
            return try Number.big(number.big).encoded(as: type)
        case .exponential: return try Number.floating(exp(number.double)).encoded(as: type)
        case .naturalLogarithm: return try Number.floating(log(number.double)).encoded(as: type)
        default: return try Number.floating(log10(number.double)).encoded(as: type)
        }
    }

    private static func absolute(_ number: Number) -> Number {
        switch number {
        case .integer(let value): .integer(value < 0 ? 0 &- value : value)
        case .floating(let value): .floating(value.magnitude)
        case .big(let value): .big(value.isNegative ? value.negated : value)
        case .decimal(let value):
            value.unscaled.isNegative
                ? .decimal(BigDecimal(unscaled: value.unscaled.negated, scale: value.scale)) : number
        }
    }
}
