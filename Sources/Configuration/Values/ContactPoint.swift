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
    public init(_ text: String) throws(ValueError) {
        let (host, port) = try Self.parts(text)
        guard Self.isHost(host) else {
            throw ValueError("must be host, host:port or [v6]:port, not \(quoted(text))")
        }
        self.host = String(host)
        self.port = nil
        if let port {
            let number = try IntegerText.parse(String(port), in: 1...65535) { "the port of \(quoted(text)) \($0)" }
            self.port = UInt16(number)
        }
    }

    /// `host`, `host:port` or `[v6]:port`.
    public var description: String {
        guard let port else { return host }
        return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    private static func parts(_ text: String) throws(ValueError) -> (host: Substring, port: Substring?) {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else {
                throw ValueError("has a bracket that is not closed: \(quoted(text))")
            }
            let address = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":"), isAddress(address) else {
                throw ValueError("must be host, host:port or [v6]:port, not \(quoted(text))")
            }
            return (address, rest.isEmpty ? nil : rest.dropFirst())
        }
        guard let colon = text.firstIndex(of: ":") else { return (text[...], nil) }
        // Two colons are an IPv6 address without brackets, which leaves no room for a port.
        if text[text.index(after: colon)...].contains(":") { return (text[...], nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.contains(":") { return isAddress(host) }
        return !host.isEmpty
            && host.utf8.allSatisfy { byte in
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
        return address.contains(":")
            && address.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
                case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."): true
                default: false
                }
            }
    }
}
