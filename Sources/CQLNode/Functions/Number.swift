import CQLSyntax
import CQLWire

/// A number of any of the types.
enum Number: Hashable, Sendable {
    case integer(Int64)
    case floating(Double)
    case big(BigInteger)
    case decimal(BigDecimal)

    /// The number that bytes are; nil if the type is none of numbers, or for the empty value.
    init?(_ bytes: [UInt8], _ type: CQLType) {
        guard let value = try? CQLValue(decoding: bytes[...], as: type) else { return nil }
        switch value {
        case .tinyint(let number): self = .integer(Int64(number))
        case .smallint(let number): self = .integer(Int64(number))
        case .int(let number): self = .integer(Int64(number))
        case .bigint(let number), .counter(let number): self = .integer(number)
        case .float(let number): self = .floating(Double(number))
        case .double(let number): self = .floating(number)
        case .varint(let number): self = .big(number)
        case .decimal(let number): self = .decimal(number)
        default: return nil
        }
    }

    /// The number as a value of a type: integers lose their upper bits, and what stands behind the point.
    func encoded(as type: CQLType) throws(ServerError) -> [UInt8] {
        try requireWritable(as: type)
        let value: CQLValue =
            switch type {
            case .tinyint: .tinyint(Int8(truncatingIfNeeded: integer))
            case .smallint: .smallint(Int16(truncatingIfNeeded: integer))
            case .int: .int(Int32(truncatingIfNeeded: integer))
            case .bigint: .bigint(integer)
            case .counter: .counter(integer)
            case .float: .float(Float(double))
            case .double: .double(double)
            case .varint: .varint(big)
            default: .decimal(decimal)
            }
        do {
            return try value.encoded(as: type)
        } catch {
            throw .invalid("\(error)")
        }
    }

    /// Refuses a decimal as an integer if its zeros alone would fill the memory.
    func requireWritable(as type: CQLType) throws(ServerError) {
        guard case .decimal(let number) = self, number.scale < -10_000 else { return }
        if [.decimal, .float, .double].contains(type) { return }
        throw .invalid("The embedded node does not write a decimal with so many zeros as \(type)")
    }

    /// As 64 bits.
    var integer: Int64 {
        switch self {
        case .integer(let number): return number
        case .floating(let number):
            if number.isNaN { return 0 }
            if let exact = Int64(exactly: number.rounded(.towardZero)) { return exact }
            return number < 0 ? .min : .max
        case .big(let number):
            return number.twosComplement.suffix(8).reduce(number.isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
        case .decimal: return Number.big(big).integer
        }
    }

    /// As a floating-point number.
    var double: Double {
        switch self {
        case .integer(let number): Double(number)
        case .floating(let number): number
        case .big(let number): Double(number.description) ?? .nan
        case .decimal(let number): Double(number.description) ?? .nan
        }
    }

    /// As an integer of any size.
    var big: BigInteger {
        switch self {
        case .integer(let number): return BigInteger(number)
        case .floating: return BigInteger(integer)
        case .big(let number): return number
        case .decimal(let number):
            if number.scale <= 0 { return number.unscaled.scaled(byPowerOfTen: -Int(number.scale)) }
            return number.unscaled.withoutDigits(Int(number.scale))
        }
    }

    /// As a decimal number.
    var decimal: BigDecimal {
        switch self {
        case .integer(let number): BigDecimal(unscaled: BigInteger(number), scale: 0)
        case .floating(let number):
            BigDecimal(JavaText.double(number)) ?? BigDecimal(unscaled: BigInteger(0), scale: 0)
        case .big(let number): BigDecimal(unscaled: number, scale: 0)
        case .decimal(let number): number
        }
    }

    /// The result of an operation, computed in the type of the result.
    static func compute(_ left: Number, _ sign: ArithmeticOperator, _ right: Number, as type: CQLType)
        throws(ServerError) -> Number
    {
        switch type {
        case .float, .double: return .floating(floating(left.double, sign, right.double))
        case .varint: return .big(try integers(left.big, sign, right.big))
        case .decimal: return .decimal(try decimals(left.decimal, sign, right.decimal))
        default: return .integer(try integers(left.integer, sign, right.integer))
        }
    }

    private static func floating(_ left: Double, _ sign: ArithmeticOperator, _ right: Double) -> Double {
        switch sign {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        case .remainder: left.truncatingRemainder(dividingBy: right)
        }
    }

    private static func integers(_ left: Int64, _ sign: ArithmeticOperator, _ right: Int64) throws(ServerError) -> Int64
    {
        switch sign {
        case .add: return left &+ right
        case .subtract: return left &- right
        case .multiply: return left &* right
        case .divide, .remainder:
            guard right != 0 else {
                throw .invalid("/ by zero")
            }
            return sign == .divide
                ? left.dividedReportingOverflow(by: right).partialValue
                : left.remainderReportingOverflow(dividingBy: right).partialValue
        }
    }

    private static func integers(_ left: BigInteger, _ sign: ArithmeticOperator, _ right: BigInteger)
        throws(ServerError) -> BigInteger
    {
        switch sign {
        case .add: return left.adding(right)
        case .subtract: return left.adding(right.negated)
        case .multiply: return left.multiplied(by: right)
        case .divide, .remainder:
            guard let (quotient, remainder) = left.divided(by: right) else {
                throw .invalid("BigInteger divide by zero")
            }
            return sign == .divide ? quotient : remainder
        }
    }

    private static func decimals(_ left: BigDecimal, _ sign: ArithmeticOperator, _ right: BigDecimal)
        throws(ServerError) -> BigDecimal
    {
        switch sign {
        case .multiply:
            let (scale, overflow) = left.scale.addingReportingOverflow(right.scale)
            guard !overflow else { throw .invalid("Overflow") }
            return BigDecimal(unscaled: left.unscaled.multiplied(by: right.unscaled), scale: scale)
        case .add, .subtract:
            let scale = max(left.scale, right.scale)
            // Digits without end would be asked for by a scale that is far from the other one.
            guard scale.subtractingReportingOverflow(min(left.scale, right.scale)).partialValue.magnitude <= 10_000
            else {
                throw .invalid("the scales are too far apart")
            }
            let leftDigits = left.unscaled.scaled(byPowerOfTen: Int(scale) - Int(left.scale))
            let rightDigits = right.unscaled.scaled(byPowerOfTen: Int(scale) - Int(right.scale))
            let sum = leftDigits.adding(sign == .add ? rightDigits : rightDigits.negated)
            return BigDecimal(unscaled: sum, scale: scale)
        case .divide, .remainder:
            throw .invalid("the '\(sign.rawValue)' operation on decimal values is not supported by the embedded node")
        }
    }
}
