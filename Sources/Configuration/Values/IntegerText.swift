/// Whole numbers as people write them.
public enum IntegerText {
    /// Reads a whole number in decimal digits, with a minus sign at most.
    ///
    /// - Parameters:
    ///   - text: what was written; no white space, no separators.
    ///   - range: the numbers that are allowed.
    /// - Throws: a `ValueError` that names the range and the text.
    public static func parse(_ text: String, in range: ClosedRange<Int>) throws(ValueError) -> Int {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isNumber =
            !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber else {
            throw ValueError("must be a whole number \(words(for: range)), not \(quoted(text))")
        }
        guard let number = Int(text), range.contains(number) else {
            throw ValueError("must be \(words(for: range)), not \(text.count > 20 ? "that large" : text)")
        }
        return number
    }

    private static func words(for range: ClosedRange<Int>) -> String {
        range.upperBound == .max ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    }
}
