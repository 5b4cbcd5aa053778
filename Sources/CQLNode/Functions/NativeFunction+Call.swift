import CQLSyntax
import CQLWire

extension NativeFunction {
    /// The result of a call; nil is null.
    func call(_ arguments: [[UInt8]?], _ identifiers: inout IdentifierSource, _ release: CassandraRelease)
        throws(ServerError) -> [UInt8]?
    {
        switch kind {
        case .now: return identifiers.timeUUID()
        case .uuid: return identifiers.randomUUID()
        case .currentTimestamp: return NativeFunction.encoded(.timestamp(milliseconds(identifiers.now)), .timestamp)
        case .currentDate:
            return NativeFunction.encoded(.date(days(milliseconds(identifiers.now))), .date)
        case .currentTime:
            let micros = identifiers.now % 86_400_000_000
            return NativeFunction.encoded(.time((micros < 0 ? micros + 86_400_000_000 : micros) * 1_000), .time)
        case .token:
            var components: [[UInt8]] = []
            for argument in arguments {
                guard let argument else { return nil }
                components.append(argument)
            }
            return NativeFunction.encoded(.bigint(PartitionToken.token(of: PartitionToken.key(components))), .bigint)
        case .toJSON:
            return Array(try JSONWriter.text(arguments.first.flatMap { $0 }, self.arguments[0]).utf8)
        case .aggregate: return nil
        case .arithmetic(let sign):
            guard let left = arguments[0], let right = arguments[1] else { return nil }
            return left.isEmpty || right.isEmpty ? nil : try Arithmetic.compute(sign, left, right, self)
        default:
            guard let argument = arguments.first.flatMap({ $0 }) else { return nil }
            return try callUnary(argument)
        }
    }

    private func callUnary(_ argument: [UInt8]) throws(ServerError) -> [UInt8]? {
        let type = arguments[0]
        switch kind {
        case .convertTime, .unixTimestamp:
            guard let milliseconds = NativeFunction.milliseconds(argument, type) else { return nil }
            switch result {
            case .date: return NativeFunction.encoded(.date(days(milliseconds)), .date)
            case .timestamp: return NativeFunction.encoded(.timestamp(milliseconds), .timestamp)
            default: return NativeFunction.encoded(.bigint(milliseconds), .bigint)
            }
        case .minimumTimeUUID, .maximumTimeUUID:
            guard let milliseconds = NativeFunction.milliseconds(argument, .timestamp) else { return nil }
            let ticks = TimeUUID.ticks(milliseconds: milliseconds)
            return kind == .minimumTimeUUID
                ? TimeUUID.bytes(ticks: ticks, rest: TimeUUID.minimumRest)
                : TimeUUID.bytes(ticks: ticks &+ 9_999, rest: TimeUUID.maximumRest)
        case .asBlob: return argument
        case .fromBlob:
            do {
                try ValueCheck.check(argument[...], as: result)
            } catch {
                throw .invalid(
                    "In call to function \(shortName), value 0x\(ValueCheck.hexadecimal(argument)) is not a valid "
                        + "binary representation for type \(result)"
                )
            }
            return argument
        case .cast: return try Cast.cast(argument, from: type, to: result)
        case .fromJSON:
            let text = String(decoding: argument, as: UTF8.self)
            do {
                return try JSONReader.bytes(JSONParser.parse(text), as: result)
            } catch {
                throw .invalid("Could not decode JSON string '\(text)': \(error.message)")
            }
        case .negation: return try negated(argument)
        case .absolute, .exponential, .naturalLogarithm, .decimalLogarithm, .rounded:
            return try Mathematics.compute(kind, argument, result)
        case .mapKeys, .mapValues:
            guard let parts = ValueParts.counted(argument[...], groupsOf: 2) else { return nil }
            let wanted = kind == .mapKeys ? 0 : 1
            return ValueParts.joinCounted(
                parts.enumerated().filter { $0.offset % 2 == wanted }.compactMap { $0.element.map { Array($0) } })
        case .collectionCount:
            return Array(argument.prefix(4))
        case .collectionAggregate(let aggregate):
            guard let parts = ValueParts.counted(argument[...]) else { return nil }
            var state = Aggregation(NativeFunction(name, [result], result, .aggregate(aggregate)))
            for part in parts { try state.add([part.map { Array($0) }]) }
            return try state.result()
        default: return nil
        }
    }

    private func negated(_ argument: [UInt8]) throws(ServerError) -> [UInt8]? {
        guard let number = Number(argument, arguments[0]) else { return nil }
        switch number {
        case .integer(let value): return try Number.integer(0 &- value).encoded(as: result)
        case .floating(let value): return try Number.floating(-value).encoded(as: result)
        case .big(let value): return try Number.big(value.negated).encoded(as: result)
        case .decimal(let value):
            return try Number.decimal(BigDecimal(unscaled: value.unscaled.negated, scale: value.scale)).encoded(
                as: result)
        }
    }

    /// The milliseconds since 1970 of a time; nil for the empty value.
    static func milliseconds(_ bytes: [UInt8], _ type: CQLType) -> Int64? {
        guard !bytes.isEmpty, let value = try? CQLValue(decoding: bytes[...], as: type) else { return nil }
        switch value {
        case .timestamp(let milliseconds): return milliseconds
        case .date(let days): return Int64(days) * 86_400_000
        case .timeuuid: return TimeUUID.milliseconds(of: bytes)
        default: return nil
        }
    }

    /// The bytes of a value whose type is known to fit.
    static func encoded(_ value: CQLValue, _ type: CQLType) -> [UInt8]? { try? value.encoded(as: type) }

    private func milliseconds(_ microseconds: Int64) -> Int64 {
        microseconds >= 0 ? microseconds / 1_000 : (microseconds - 999) / 1_000
    }

    private func days(_ milliseconds: Int64) -> Int32 {
        let day: Int64 = 86_400_000
        return Int32(truncatingIfNeeded: milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day)
    }
}
