/// The bytes as lower-case hexadecimal digits, two for each byte, without a prefix.
public func hexadecimal(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digit(of: byte >> 4))
        text.append(digit(of: byte & 0x0F))
    }
    return String(decoding: text, as: UTF8.self)
}

private func digit(of nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + (nibble - 10)
}
