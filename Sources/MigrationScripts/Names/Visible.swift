/// The text with every scalar that a terminal would obey or not show written as `\u{…}`.
///
/// File names and options come from outside, and a message that quotes them must not be able to move the cursor, to turn
/// the direction of writing, or to look like another name.
func visible(_ text: String) -> String {
    guard firstInvisible(in: text) != nil else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if isInvisible(scalar) {
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// The first scalar of a text that shows nothing of its own; nil where all of them show.
func firstInvisible(in text: String) -> Unicode.Scalar? {
    // Nearly all texts are plain ASCII, of which the bytes tell.
    if text.utf8.allSatisfy({ $0 < 0x80 && !isInvisible(Unicode.Scalar($0)) }) { return nil }
    return text.unicodeScalars.first(where: isInvisible)
}

/// Whether a scalar shows nothing of its own: controls, format characters (zero width, direction), separators of lines,
/// spaces other than the ordinary one, and scalars without a meaning.
func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        return scalar.value < 0x20 || scalar.value == 0x7F
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned:
        return true
    default:
        return false
    }
}
