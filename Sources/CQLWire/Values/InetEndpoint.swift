/// An address with a port (native_protocol_v4.spec §3, [inet]).
public struct InetEndpoint: Hashable, Sendable {
    /// The address.
    public var address: InetAddress
    /// The port.
    public var port: UInt16

    /// Creates an endpoint.
    public init(address: InetAddress, port: UInt16) {
        self.address = address
        self.port = port
    }
}

extension InetEndpoint: CustomStringConvertible {
    /// `127.0.0.1:9042` or `[::1]:9042`.
    public var description: String {
        address.isV6 ? "[\(address)]:\(port)" : "\(address):\(port)"
    }
}
