/// The flags of result and bind metadata (native_protocol_v4.spec §4.2.5.2).
struct MetadataFlags: OptionSet, Sendable {
    let rawValue: Int32

    static let globalTable = MetadataFlags(rawValue: 0x01)
    static let hasMorePages = MetadataFlags(rawValue: 0x02)
    static let noMetadata = MetadataFlags(rawValue: 0x04)

    /// Reads flags; one that version 4 does not have is an error, because what it announces could not be skipped.
    static func decode(_ reader: inout ByteReader) throws(WireError) -> MetadataFlags {
        let start = reader.position
        let flags = MetadataFlags(rawValue: try reader.readInt("the flags of the metadata"))
        guard flags.isSubset(of: [.globalTable, .hasMorePages, .noMetadata]) else {
            throw WireError(
                .unsupported,
                field: "the flags of the metadata",
                needed: "flags within 0x7",
                had: "0x\(String(UInt32(bitPattern: flags.rawValue), radix: 16))",
                position: start
            )
        }
        return flags
    }
}
