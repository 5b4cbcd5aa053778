/// An IPv4 or IPv6 address and a port.
public struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address in network order: 4 bytes or 16.
    public let bytes: [UInt8]
    /// The TCP port.
    public let port: UInt16
    /// The zone of a link-local IPv6 address; 0 otherwise.
    public let scope: UInt32

    /// An address of 4 or 16 bytes; nil for any other count.
    public init?(bytes: [UInt8], port: UInt16, scope: UInt32 = 0) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
        self.port = port
        self.scope = scope
    }

    /// Whether this is an IPv6 address.
    public var isIPv6: Bool { bytes.count == 16 }

    /// The address without its port, as `inet_ntop` writes it.
    public var host: String { Socket.text(ofAddress: bytes) }

    /// `10.0.0.1:9042` or `[::1]:9042`.
    public var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
