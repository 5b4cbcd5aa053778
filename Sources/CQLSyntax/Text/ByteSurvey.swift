/// What one pass over the bytes of a file tells: whether it is text in UTF-8.
struct ByteSurvey {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Whether there is nothing but ASCII in it, and no NUL.
    let isASCII: Bool
    private(set) var firstInvalid: Int?
    private(set) var firstNul: Int?

    init(of bytes: [UInt8]) {
        // Nearly all files are ASCII.
        let inPlace = bytes.span
        var offset = 0
        while let eight = EightBytes(inPlace, at: offset), eight.isPlainASCII { offset += 8 }
        while offset < inPlace.count, inPlace[offset] &- 1 < 0x7F { offset += 1 }
        isASCII = offset == inPlace.count
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte >= 0x80 {
                if let sequence = UTF8Sequence(in: bytes, at: offset) {
                    offset += sequence.length
                    continue
                }
                if firstInvalid == nil { firstInvalid = offset }
            } else if byte == 0, firstNul == nil {
                firstNul = offset
            }
            offset += 1
        }
    }

    func diagnostics(for bytes: [UInt8]) -> [Diagnostic] {
        guard !isASCII else { return [] }
        if let name = Self.wideEncoding(of: bytes) {
            return [
                Diagnostic(
                    .encoding,
                    "The file is \(name), not UTF-8: it begins with that encoding's byte order mark.",
                    range: 0..<2,
                    hint: "Save it as UTF-8."
                )
            ]
        }
        var found: [Diagnostic] = []
        if let offset = firstInvalid {
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            found.append(
                Diagnostic(
                    .encoding,
                    "The file is not UTF-8: byte 0x\(byte) at offset \(offset) begins no character.",
                    range: offset..<(offset + 1),
                    hint: "Save it as UTF-8."
                )
            )
        }
        if let offset = firstNul {
            found.append(
                Diagnostic(
                    .encoding,
                    "A NUL byte at offset \(offset) is not text.",
                    range: offset..<(offset + 1),
                    hint: "Remove it, or save the file as UTF-8 if it has another encoding."
                )
            )
        }
        return found
    }

    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16 (little-endian)" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16 (big-endian)" }
        return nil
    }
}
