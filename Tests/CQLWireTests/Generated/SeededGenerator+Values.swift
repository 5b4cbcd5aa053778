import CQLWire
import FoundationEssentials

/// Types and values of all kinds.
extension SeededGenerator {
    static let simpleTypes: [CQLType] = [
        .ascii, .bigint, .blob, .boolean, .counter, .date, .decimal, .double, .duration, .float, .inet, .int, .smallint,
        .text, .time, .timestamp, .timeuuid, .tinyint, .uuid, .varint,
    ]

    /// A type with up to `depth` levels around a simple one.
    mutating func type(depth: Int) -> CQLType {
        if depth == 0 || once(in: 3) { return pick(SeededGenerator.simpleTypes + [.custom("com.example.T")]) }
        switch below(6) {
        case 0: return .list(type(depth: depth - 1))
        case 1: return .set(type(depth: depth - 1))
        case 2: return .map(type(depth: depth - 1), type(depth: depth - 1))
        case 3: return .tuple((0...below(3)).map { _ in type(depth: depth - 1) })
        case 4: return .vector(type(depth: depth - 1), dimension: 1 + below(4))
        default:
            let fields = (0..<below(4)).map { index in
                UserDefinedType.Field(name: "f\(index) \(text(upTo: 3))", type: type(depth: depth - 1))
            }
            return .udt(UserDefinedType(keyspace: name(upTo: 5), name: text(upTo: 5), fields: fields))
        }
    }

    /// A value of a type; never NaN, which is not equal to itself.
    mutating func value(of type: CQLType) -> CQLValue {
        switch type {
        case .ascii: .ascii(String(array(upTo: 9) { $0.pick(Array("azAZ09 '\"\u{7f}\n")) }))
        case .bigint: .bigint(integer(Int64.self))
        case .blob: .blob(bytes(upTo: 9))
        case .boolean: .boolean(once(in: 2))
        case .counter: .counter(integer(Int64.self))
        case .date: .date(integer(Int32.self))
        case .decimal:
            .decimal(BigDecimal(unscaled: BigInteger(twosComplement: bytes(upTo: 20)), scale: integer(Int32.self)))
        case .double: .double(double())
        case .duration: duration()
        case .float: .float(Float(double()))
        case .inet: .inet(inet())
        case .int: .int(integer(Int32.self))
        case .smallint: .smallint(integer(Int16.self))
        case .text: .text(text(upTo: 9))
        case .time: .time(Int64.random(in: 0..<86_400_000_000_000, using: &self))
        case .timestamp: .timestamp(integer(Int64.self))
        case .timeuuid: .timeuuid(uuid(version: 1))
        case .tinyint: .tinyint(integer(Int8.self))
        case .uuid: .uuid(uuid(version: UInt8(below(16))))
        case .varint: .varint(BigInteger(twosComplement: bytes(upTo: 20)))
        case .list(let element): .list(array(upTo: 4) { $0.value(of: element) })
        case .set(let element): .set(array(upTo: 4) { $0.value(of: element) })
        case .map(let key, let value):
            .map(array(upTo: 4) { CQLValue.Entry($0.value(of: key), $0.value(of: value)) })
        case .tuple(let elements):
            .tuple(elements.prefix(below(elements.count + 1)).map { once(in: 4) ? nil : value(of: $0) })
        case .udt(let type):
            .udt(
                type.fields.prefix(below(type.fields.count + 1)).map {
                    CQLValue.Field($0.name, once(in: 4) ? nil : value(of: $0.type))
                }
            )
        case .vector(let element, let dimension): .vector((0..<dimension).map { _ in value(of: element) })
        case .custom: .custom(bytes(upTo: 9))
        }
    }

    private mutating func double() -> Double {
        switch below(4) {
        case 0: return Double(integer(Int16.self)) / 8
        case 1: return pick([0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
        default:
            let value = Double(bitPattern: next())
            return value.isNaN ? 1.5 : value
        }
    }

    private mutating func duration() -> CQLValue {
        let sign = once(in: 2)
        let months = integer(Int32.self) & .max
        let days = integer(Int32.self) & .max
        let nanoseconds = integer(Int64.self) & .max
        let value =
            sign
            ? CQLDuration(months: ~months, days: -days, nanoseconds: ~nanoseconds)
            : CQLDuration(months: months, days: days, nanoseconds: nanoseconds)
        return value.map { .duration($0) } ?? .empty
    }

    mutating func inet() -> InetAddress {
        let count = pick([4, 16])
        // Runs of zeros matter to the text form.
        let raw = (0..<count).map { _ in once(in: 2) ? 0 : UInt8.random(in: .min ... .max, using: &self) }
        guard let address = InetAddress(bytes: raw) else { preconditionFailure("\(count) bytes are no address") }
        return address
    }

    mutating func uuid(version: UInt8) -> UUID {
        var raw = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &self) }
        raw[6] = raw[6] & 0x0f | version << 4
        return UUID(
            uuid: (
                raw[0], raw[1], raw[2], raw[3], raw[4], raw[5], raw[6], raw[7],
                raw[8], raw[9], raw[10], raw[11], raw[12], raw[13], raw[14], raw[15]
            )
        )
    }
}
