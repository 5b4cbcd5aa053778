/// The flags in front of the optional parts of query parameters and of batches (native_protocol_v4.spec §4.1.4).
struct QueryFlags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let values = QueryFlags(rawValue: 0x01)
    static let skipMetadata = QueryFlags(rawValue: 0x02)
    static let pageSize = QueryFlags(rawValue: 0x04)
    static let pagingState = QueryFlags(rawValue: 0x08)
    static let serialConsistency = QueryFlags(rawValue: 0x10)
    static let defaultTimestamp = QueryFlags(rawValue: 0x20)
    static let namesForValues = QueryFlags(rawValue: 0x40)

    static let allOfQuery: QueryFlags = [
        .values, .skipMetadata, .pageSize, .pagingState, .serialConsistency, .defaultTimestamp, .namesForValues,
    ]
    static let allOfBatch: QueryFlags = [.serialConsistency, .defaultTimestamp]

    /// Reads flags; a flag outside `allowed` is an error, because what it announces could not be skipped.
    static func decode(
        _ reader: inout ByteReader,
        allowed: QueryFlags,
        _ field: String
    ) throws(WireError) -> QueryFlags {
        let start = reader.position
        let flags = QueryFlags(rawValue: try reader.readByte(field))
        guard flags.isSubset(of: allowed) else {
            throw WireError(
                .unsupported,
                field: field,
                needed: "flags within 0x\(String(allowed.rawValue, radix: 16))",
                had: "0x\(String(flags.rawValue, radix: 16))",
                position: start
            )
        }
        return flags
    }
}
