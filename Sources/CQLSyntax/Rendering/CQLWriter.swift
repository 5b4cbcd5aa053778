/// Writes trees as CQL that reads back as the same tree.
struct CQLWriter {
    private(set) var text = ""

    /// The text of what a body writes.
    static func text(_ body: (inout CQLWriter) -> Void) -> String {
        var writer = CQLWriter()
        body(&writer)
        return writer.text
    }

    mutating func write(_ part: String) { text += part }

    /// Writes elements with commas between them.
    mutating func writeList<Element>(_ elements: [Element], _ body: (inout CQLWriter, Element) -> Void) {
        writeJoined(elements, by: ", ", body)
    }

    /// Writes elements with something between them.
    mutating func writeJoined<Element>(
        _ elements: [Element],
        by separator: String,
        _ body: (inout CQLWriter, Element) -> Void
    ) {
        for (index, element) in elements.enumerated() {
            if index > 0 { write(separator) }
            body(&self, element)
        }
    }

    /// Writes elements in brackets.
    mutating func writeBracketed<Element>(
        _ open: String,
        _ elements: [Element],
        _ close: String,
        _ body: (inout CQLWriter, Element) -> Void
    ) {
        write(open)
        writeList(elements, body)
        write(close)
    }

    /// Writes text in single quotes.
    mutating func writeString(_ content: String) {
        write("'")
        for scalar in content.unicodeScalars {
            if scalar == "'" { text.unicodeScalars.append("'") }
            text.unicodeScalars.append(scalar)
        }
        write("'")
    }

    mutating func write(_ constant: Constant) {
        if constant.kind == .string { writeString(constant.text) } else { write(constant.text) }
    }
}
