/// Numbers as Java writes them, which is how they stand in the server's texts.
enum JavaText {
    /// `Double.toString`.
    static func double(_ number: Double) -> String { text(number.description, number) }

    /// `Float.toString`.
    static func float(_ number: Float) -> String { text(number.description, Double(number)) }

    private static func text(_ description: String, _ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let sign = number.sign == .minus ? "-" : ""
        if number == 0 { return "\(sign)0.0" }
        var (digits, exponent) = scientific(description.drop { $0 == "-" })
        // Java writes plain digits from 10^-3 to below 10^7, and otherwise one digit in front of the point.
        guard exponent < -3 || exponent >= 7 else {
            if exponent < 0 { return "\(sign)0." + String(repeating: "0", count: -exponent - 1) + digits }
            while digits.utf8.count < exponent + 2 { digits += "0" }
            return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
        }
        let fraction = digits.utf8.count > 1 ? digits.dropFirst() : "0"
        return "\(sign)\(digits.prefix(1)).\(fraction)E\(exponent)"
    }

    /// The digits without zeros around them, and the power of ten of the first.
    private static func scientific(_ text: Substring) -> (digits: String, exponent: Int) {
        let halves = text.split(separator: "e")
        let parts = (halves.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        var digits = parts.joined()
        var exponent = (parts.first?.utf8.count ?? 1) - 1 + (halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
        while digits.hasPrefix("0"), digits.utf8.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0"), digits.utf8.count > 1 { digits.removeLast() }
        return (digits, exponent)
    }
}
