/// The text of a file that holds one value.
enum LineText {
    /// The bytes as text without one line break at the end, which editors and `echo` add; nil when they are not UTF-8.
    static func withoutFinalBreak(_ bytes: [UInt8]) -> String? {
        var bytes = bytes[...]
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
