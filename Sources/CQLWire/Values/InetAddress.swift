/// An IP address of version 4 or 6; without port and zone.
public struct InetAddress: Hashable, Sendable {
    private enum Storage: Hashable, Sendable {
        case v4(UInt32)
        case v6(high: UInt64, low: UInt64)
    }

    private let storage: Storage

    /// Creates an address from 4 or 16 bytes; nil for another number of them.
    public init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4:
            storage = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            storage = .v6(
                high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
            )
        default:
            return nil
        }
    }

    /// The 4 or 16 bytes, most significant first.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        switch storage {
        case .v4(let address):
            writer.writeInteger(address)
        case .v6(let high, let low):
            writer.writeInteger(high)
            writer.writeInteger(low)
        }
        return writer.bytes
    }

    /// Whether the address has version 6.
    public var isV6: Bool {
        if case .v6 = storage { true } else { false }
    }

    /// Whether this is `0.0.0.0` or `::`, by which a server says that it listens everywhere.
    public var isUnspecified: Bool {
        switch storage {
        case .v4(let address): address == 0
        case .v6(let high, let low): high == 0 && low == 0
        }
    }
}
