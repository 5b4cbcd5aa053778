import CQLWire

/// A host that is asked first for the others: a name or an address, with a port.
public struct ContactPoint: Hashable, Sendable, CustomStringConvertible {
    /// A host name, an IPv4 address, or an IPv6 address without brackets.
    public let host: String
    /// The port of the native protocol.
    public let port: UInt16

    /// A host and its port.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `host`, `host:port`, `[v6]`, `[v6]:port` or a bare IPv6 address; nil for anything else.
    public init?(_ text: String, defaultPort: UInt16) {
        var host = text[...]
        var port: Substring?
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = text[..<end].dropFirst()
            let rest = text[end...].dropFirst()
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
            guard Self.isV6(host) else { return nil }
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            port = text[colon...].dropFirst()
        }
        guard let number = port.map(Self.port) ?? defaultPort, number > 0, Self.isV6(host) || Self.isName(host) else {
            return nil
        }
        self.init(host: String(host), port: number)
    }

    /// Not left to `UInt16`, which takes a sign.
    private static func port(_ text: Substring) -> UInt16? {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? UInt16(text) : nil
    }

    /// An IPv6 address, with or without a zone such as `%eth0`.
    private static func isV6(_ text: Substring) -> Bool {
        let address = text.prefix { $0 != "%" }
        let zone = text.dropFirst(address.count)
        return InetAddress(String(address))?.isV6 == true && (zone.isEmpty || isName(zone.dropFirst()))
    }

    /// Nothing that cannot stand in the name of a host; whether there is such a host the resolver finds out.
    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && !text.contains { $0.isWhitespace || ":/[]@".contains($0) }
    }

    /// `host:port`, an IPv6 address in brackets.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
