/// Lays out help for a terminal of a certain width.
struct HelpText {
    /// Lines narrower than this would hold hardly a word beside the names.
    static let leastWidth = 40
    /// Names longer than this get a line of their own, so that one of them does not push all explanations to the right.
    private static let widestLabel = 30

    let width: Int
    private(set) var text = ""

    init(width: Int) {
        self.width = max(width, Self.leastWidth)
    }

    /// A paragraph, wrapped.
    mutating func paragraph(_ words: String, indent: Int = 0) {
        for line in Self.wrap(words, width: width - indent) {
            text += String(repeating: " ", count: indent) + line + "\n"
        }
    }

    /// A line as it is: usage and examples must survive copying.
    mutating func line(_ line: String, indent: Int = 0) {
        text += String(repeating: " ", count: indent) + line + "\n"
    }

    /// An empty line, unless there is one already.
    mutating func gap() {
        if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
    }

    /// Names on the left, explanations on the right, all starting in the same column.
    mutating func rows(_ rows: [(label: String, explanation: String)], labelWidth: Int) {
        let labelWidth = min(labelWidth, width / 2 - 4)
        for row in rows {
            let column = 2 + labelWidth + 2
            var label = "  " + row.label
            let lines = Self.wrap(row.explanation, width: width - column)
            if row.label.count > labelWidth, !lines.isEmpty {
                text += label + "\n"
                label = ""
            }
            for (index, line) in lines.enumerated() {
                let left = index == 0 ? label : ""
                text += left + String(repeating: " ", count: column - left.count) + line + "\n"
            }
            if lines.isEmpty { text += label + "\n" }
        }
    }

    /// The width of the left column that suits all of these names.
    static func labelWidth(_ labels: [String]) -> Int {
        labels.map(\.count).filter { $0 <= widestLabel }.max() ?? 0
    }

    private static func wrap(_ words: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
