/// Numbers as Java reads and writes them: the server's texts and `DESCRIBE` show them so.
enum JavaNumber {
    /// `Double.toString`.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        let (digits, exponent) = decimal(value.magnitude)
        let sign = value < 0 ? "-" : ""
        if exponent >= -3, exponent < 7 { return sign + plain(digits, exponent) }
        let fraction = digits.count > 1 ? String(digits.dropFirst()) : "0"
        return "\(sign)\(digits.prefix(1)).\(fraction)E\(exponent)"
    }

    /// `Double.parseDouble`, nil where it throws.
    static func double(_ text: String) -> Double? {
        var trimmed = text[...]
        while let first = trimmed.unicodeScalars.first, first.value <= 32 { trimmed = trimmed.dropFirst() }
        while let last = trimmed.unicodeScalars.last, last.value <= 32 { trimmed = trimmed.dropLast() }
        let unsigned = trimmed.first == "-" || trimmed.first == "+" ? trimmed.dropFirst() : trimmed
        if unsigned == "NaN" { return .nan }
        if unsigned == "Infinity" { return trimmed.first == "-" ? -.infinity : .infinity }
        if let last = trimmed.last, "dDfF".contains(last) { trimmed = trimmed.dropLast() }
        guard trimmed.utf8.allSatisfy({ byte in "0123456789+-.eE".utf8.contains(byte) }) else { return nil }
        if trimmed.first == "+" { trimmed = trimmed.dropFirst() }
        if trimmed.last == "." { trimmed += "0" }
        return Double(trimmed)
    }

    /// `%f`: six digits behind the point.
    static func fixed(_ value: Double) -> String {
        let scaled = (value.magnitude * 1_000_000).rounded()
        guard scaled < 9e18 else { return text(value) }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return "\(value < 0 ? "-" : "")\(padded.dropLast(6)).\(padded.suffix(6))"
    }

    /// The significant digits of a positive number and the exponent of the first of them.
    private static func decimal(_ value: Double) -> (digits: String, exponent: Int) {
        let parts = value.description.split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = number.joined()
        exponent += number[0].count - 1
        while digits.hasPrefix("0"), digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
        return (digits, exponent)
    }

    private static func plain(_ digits: String, _ exponent: Int) -> String {
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let padded = digits + String(repeating: "0", count: max(0, exponent + 2 - digits.count))
        return "\(padded.prefix(exponent + 1)).\(padded.dropFirst(exponent + 1))"
    }
}
