import CQLWire

/// Behind which row a page ended: what the opaque paging state of a result holds.
struct PagingPosition: Hashable, Sendable {
    /// The partition.
    let key: [UInt8]
    /// The row; nil for one of static columns alone.
    let clustering: [[UInt8]]?
    /// How many rows of the partition have been shown.
    let shownOfPartition: Int
    /// How many rows may follow before the limit is reached; nil without a limit.
    let remaining: Int?

    private static let version: UInt8 = 1

    init(key: [UInt8], clustering: [[UInt8]]?, shownOfPartition: Int, remaining: Int?) {
        self.key = key
        self.clustering = clustering
        self.shownOfPartition = shownOfPartition
        self.remaining = remaining
    }

    /// The bytes for a client to keep.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(PagingPosition.version)
        writer.writeLong(remaining.map { Int64($0) } ?? -1)
        writer.writeLong(Int64(shownOfPartition))
        let parts: [[UInt8]?] = [key] + (clustering.map { $0.map { Optional($0) } } ?? [nil])
        writer.write(ValueParts.joinComponents(parts))
        return writer.bytes
    }

    /// Reads what ``bytes`` gave.
    init(_ bytes: [UInt8]) throws(ServerError) {
        var reader = ByteReader(bytes)
        let refusal = ServerError(.protocolError, "Invalid value for the paging state")
        guard let version = try? reader.readByte("version"), version == PagingPosition.version,
            let remaining = try? reader.readInteger(Int64.self, "remaining"),
            let shown = try? reader.readInteger(Int64.self, "shown"), (0...Int64(Int32.max)).contains(shown),
            let parts = ValueParts.components(reader.rest), let first = parts.first, let key = first
        else { throw refusal }
        let rest = parts.dropFirst()
        let isStatic = rest.count == 1 && rest.first == .some(nil)
        self.init(
            key: Array(key),
            clustering: isStatic ? nil : rest.map { Array($0 ?? []) },
            shownOfPartition: Int(truncatingIfNeeded: shown),
            remaining: remaining < 0 ? nil : Int(truncatingIfNeeded: remaining)
        )
    }
}
