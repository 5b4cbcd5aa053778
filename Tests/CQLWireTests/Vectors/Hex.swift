/// The bytes of a text of hexadecimal digits; blanks, line breaks and comments (`// …`) do not count.
///
/// A text that is not hexadecimal gives an empty array, which no vector expects.
func hex(_ text: String) -> [UInt8] {
    var digits: [UInt8] = []
    for line in text.split(separator: "\n") {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        for character in code where character != " " {
            guard let digit = character.hexDigitValue else { return [] }
            digits.append(UInt8(digit))
        }
    }
    guard digits.count.isMultiple(of: 2) else { return [] }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// The bytes as hexadecimal digits.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
