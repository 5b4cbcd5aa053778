/// One scalar of UTF-8 text, decoded from bytes that may be anything.
struct UTF8Sequence {
    let scalar: Unicode.Scalar
    let length: Int

    /// Decodes the scalar that begins at `offset`, or nil where the bytes there are not well-formed UTF-8.
    ///
    /// Overlong forms, surrogates and values above U+10FFFF are refused: Unicode 15, table 3-7.
    init?(in bytes: [UInt8], at offset: Int) {
        guard offset >= 0, offset < bytes.count else { return nil }
        let lead = bytes[offset]
        let length: Int
        let secondByte: ClosedRange<UInt8>
        switch lead {
        case 0x00...0x7F:
            scalar = Unicode.Scalar(lead)
            self.length = 1
            return
        case 0xC2...0xDF: (length, secondByte) = (2, 0x80...0xBF)
        case 0xE0: (length, secondByte) = (3, 0xA0...0xBF)
        case 0xED: (length, secondByte) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, secondByte) = (3, 0x80...0xBF)
        case 0xF0: (length, secondByte) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, secondByte) = (4, 0x80...0xBF)
        case 0xF4: (length, secondByte) = (4, 0x80...0x8F)
        default: return nil
        }
        guard bytes.count - offset >= length, secondByte.contains(bytes[offset + 1]) else { return nil }
        // The lead byte of a sequence of n bytes keeps 7 - n bits.
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for index in (offset + 1)..<(offset + length) {
            guard bytes[index] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        guard let decoded = Unicode.Scalar(value) else { return nil }
        scalar = decoded
        self.length = length
    }
}

extension Unicode.Scalar {
    /// `U+00A0`: the scalar's number as Unicode writes it.
    var codePointName: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
