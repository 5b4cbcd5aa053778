/// A word of the user's in single quotes, fit for a terminal and not longer than a line.
func quoted(_ word: String) -> String {
    let shown = printable(word)
    return shown.count > 60 ? "'\(shown.prefix(57))...'" : "'\(shown)'"
}

/// The text with its control characters spelled out: what stands in a file must not steer the terminal it is shown on.
func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            result += "\\u{\(String(scalar.value, radix: 16))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// `a`, `a or b`, `a, b or c`.
func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
}

/// The text without the spaces and tabs around it.
func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
}
