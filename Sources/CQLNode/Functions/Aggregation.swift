import CQLSyntax
import CQLWire

/// An aggregate function on its way over the rows of a group (`AggregateFcts`).
struct Aggregation: Hashable, Sendable {
    private let function: NativeFunction
    private var count: Int64 = 0
    private var extreme: [UInt8]?
    private var sum: Number?

    init(_ function: NativeFunction) { self.function = function }

    /// Takes the values of a row; null does not count.
    mutating func add(_ values: [[UInt8]?]) throws(ServerError) {
        guard case .aggregate(let kind) = function.kind else { return }
        if kind == .countRows {
            count += 1
            return
        }
        guard let value = values.first.flatMap({ $0 }) else { return }
        count += 1
        let type = function.arguments[0]
        switch kind {
        case .minimum:
            if extreme.map({ ValueOrder.compare(value, $0, as: type) < 0 }) ?? true { extreme = value }
        case .maximum:
            if extreme.map({ ValueOrder.compare(value, $0, as: type) > 0 }) ?? true { extreme = value }
        case .sum, .average:
            guard let number = Number(value, type) else { return }
            guard let old = sum else {
                sum = number
                return
            }
            // Averages of integers do not overflow on their way.
            let isWide = kind == .average && [.tinyint, .smallint, .int, .bigint, .counter].contains(type)
            sum = try Number.compute(old, .add, number, as: isWide ? .varint : widened(type))
        case .countRows, .count: break
        }
    }

    /// The result for the rows so far; nil is null.
    func result() throws(ServerError) -> [UInt8]? {
        guard case .aggregate(let kind) = function.kind else { return nil }
        switch kind {
        case .countRows, .count: return NativeFunction.encoded(.bigint(count), .bigint)
        case .minimum, .maximum: return extreme
        case .sum: return try (sum ?? .integer(0)).encoded(as: function.result)
        case .average:
            guard let sum, count > 0 else { return try Number.integer(0).encoded(as: function.result) }
            if case .floating(let total) = sum {
                return try Number.floating(total / Double(count)).encoded(as: function.result)
            }
            if case .decimal = sum { return try decimalAverage(sum.decimal) }
            let (quotient, _) = sum.big.divided(by: BigInteger(count)) ?? (sum.big, BigInteger(0))
            return try Number.big(quotient).encoded(as: function.result)
        }
    }

    /// As the server does it: rounded half to even at the scale that the sum has.
    private func decimalAverage(_ sum: BigDecimal) throws(ServerError) -> [UInt8] {
        guard let (quotient, remainder) = sum.unscaled.divided(by: BigInteger(count)) else {
            return try Number.decimal(sum).encoded(as: .decimal)
        }
        let twice = remainder.adding(remainder)
        let magnitude = twice.isNegative ? twice.negated : twice
        let order = ValueOrder.compareIntegers(magnitude, BigInteger(count))
        let isOdd = (quotient.twosComplement.last ?? 0) & 1 == 1
        let step = order > 0 || (order == 0 && isOdd) ? BigInteger(sum.unscaled.isNegative ? -1 : 1) : BigInteger(0)
        return try Number.decimal(BigDecimal(unscaled: quotient.adding(step), scale: sum.scale)).encoded(as: .decimal)
    }

    private func widened(_ type: CQLType) -> CQLType {
        switch type {
        case .tinyint, .smallint, .int, .counter: .bigint
        case .float: .double
        default: type
        }
    }
}
