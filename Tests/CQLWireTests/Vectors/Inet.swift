import CQLWire

/// An address that a test is sure of.
func inet(_ text: String) -> InetAddress {
    guard let address = InetAddress(text) else { preconditionFailure("'\(text)' is no address") }
    return address
}
