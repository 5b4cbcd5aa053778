/// How the parts of a fault are written.
enum FaultText {
    /// Text between single quotes, those in it doubled.
    static func quoted(_ text: String) -> String {
        var quoted = "'"
        for character in text { quoted += character == "'" ? "''" : String(character) }
        return quoted + "'"
    }

    /// Whole milliseconds, or whole seconds where they are.
    static func of(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return attoseconds == 0 ? "\(seconds)s" : "\(seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000)ms"
    }

    /// Two digits a byte.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
