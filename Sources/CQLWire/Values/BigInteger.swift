/// An integer of any size: the value of a `varint`.
///
/// It is kept in the form that the wire has; there is no arithmetic beyond decimal text.
public struct BigInteger: Hashable, Sendable {
    /// The number in two's complement, most significant byte first, in as few bytes as possible and at least one.
    public let twosComplement: [UInt8]

    /// Creates a number from two's complement of any length; no bytes are 0.
    public init(twosComplement bytes: some Collection<UInt8>) {
        guard let first = bytes.first else {
            twosComplement = [0]
            return
        }
        // A leading byte is superfluous if it only repeats the sign bit of the one after it.
        let sign: UInt8 = first & 0x80 == 0 ? 0x00 : 0xff
        var kept = Array(bytes.drop { $0 == sign })
        if kept.first.map({ $0 & 0x80 != sign & 0x80 }) ?? true { kept.insert(sign, at: 0) }
        twosComplement = kept
    }

    /// Creates a number from one of fixed size.
    public init(_ value: some FixedWidthInteger) {
        var writer = ByteWriter()
        // An unsigned number would be taken for a negative one.
        writer.writeByte(value < 0 ? 0xff : 0x00)
        writer.writeInteger(value)
        self.init(twosComplement: writer.bytes)
    }

    /// Whether the number is below 0.
    public var isNegative: Bool { twosComplement[0] & 0x80 != 0 }

    /// The number, if it fits.
    public var int64: Int64? {
        guard twosComplement.count <= 8 else { return nil }
        return twosComplement.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
    }
}
