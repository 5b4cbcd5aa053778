/// A node to connect to first.
public struct ContactPoint: Sendable, Equatable, Hashable, CustomStringConvertible {
    /// A host name or an address; an IPv6 address without its brackets.
    public var host: String
    /// The port, when it is not the one of the setting `port`.
    public var port: UInt16?

    /// Makes a contact point.
    public init(host: String, port: UInt16? = nil) {
        self.host = host
        self.port = port
    }

    /// Reads `host`, `host:port`, an IPv6 address, or `[v6]:port`.
    ///
    /// - Throws: a `ValueError` that shows the forms.
    public init(_ text: String) throws(ValueError) {
        guard let (host, port) = Self.parts(text), Self.isHost(host), Self.isNumber(port) else {
            throw ValueError("must be host, host:port or [v6]:port, not \(quoted(text))")
        }
        self.host = String(host)
        self.port = nil
        guard let port else { return }
        guard let number = UInt16(port), number > 0 else {
            throw ValueError("must have a port from 1 to 65535, not \(quoted(text))")
        }
        self.port = number
    }

    /// `host`, `host:port` or `[v6]:port`.
    public var description: String {
        guard let port else { return host }
        return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    private static func parts(_ text: String) -> (host: Substring, port: Substring?)? {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let address = text.dropFirst().prefix { $0 != "]" }
            let rest = text[text.index(after: end)...]
            guard isAddress(address) else { return nil }
            if rest.isEmpty { return (address, nil) }
            return rest.hasPrefix(":") ? (address, rest.dropFirst()) : nil
        }
        guard let colon = text.firstIndex(of: ":") else { return (text[...], nil) }
        let rest = text[text.index(after: colon)...]
        // Two colons are an IPv6 address without brackets, which leaves no room for a port.
        return rest.contains(":") ? (text[...], nil) : (text[..<colon], rest)
    }

    private static func isNumber(_ port: Substring?) -> Bool {
        guard let port else { return true }
        return !port.isEmpty && port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isHost(_ host: Substring) -> Bool {
        host.contains(":") ? isAddress(host) : isName(host)
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }

    /// Whether the text can be an IPv6 address, with a zone (`fe80::1%eth0`) or without; the resolver knows for sure.
    private static func isAddress(_ text: Substring) -> Bool {
        let address = text.prefix { $0 != "%" }
        let zone = text.dropFirst(address.count)
        return address.contains(":") && (zone.isEmpty || isName(zone.dropFirst()))
            && address.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
                case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."): true
                default: false
                }
            }
    }
}
