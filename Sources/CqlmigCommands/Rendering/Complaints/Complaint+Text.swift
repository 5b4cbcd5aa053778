extension Complaint {
    /// The complaint as a compiler would print it, every line with its line break.
    ///
    /// ```
    /// error[down-marker]: This is nearly a `-- @down` marker.
    ///   --> migrations/V001__users.cql:2:1
    ///    |
    ///  2 | -- @down (rollback)
    ///    | ^^^^^^^^^^^^^^^^^^^
    ///    = note: what is known besides
    ///    = help: what to do
    /// ```
    func text(_ style: Style) -> String {
        let head = style.paint("\(severity.rawValue)[\(code)]", role)
        var text = "\(head): \(SafeText.line(message))\n"
        let number = place?.frame == nil ? "" : String(place?.position?.line ?? 0)
        let margin = String(repeating: " ", count: max(1, number.count))
        let bar = style.paint("|", .place)
        if let place {
            text += "\(margin) \(style.paint("-->", .place)) \(SafeText.line(place.description))\n"
            if let frame = place.frame {
                let line = FrameLine(frame)
                text += "\(margin)  \(bar)\n"
                text += " \(style.paint(number, .place)) \(bar) \(line.text)\n"
                text += "\(margin)  \(bar) \(style.paint(line.carets, role))\n"
            }
        }
        for note in notes { text += Self.remark("note", note, margin, style) }
        if let hint { text += Self.remark("help", hint, margin, style) }
        return text
    }

    private var role: Style.Role {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .info: .note
        }
    }

    private static func remark(_ kind: String, _ words: String, _ margin: String, _ style: Style) -> String {
        "\(margin)  \(style.paint("=", .place)) \(style.paint(kind, .note)): \(SafeText.line(words))\n"
    }
}

/// A line of a file and the carets below it, as wide as the terminal shows them.
private struct FrameLine {
    private(set) var text = ""
    private(set) var carets = ""

    init(_ frame: Complaint.Frame) {
        var column = 0
        for scalar in frame.text.unicodeScalars {
            column += 1
            let shown = scalar == "\t" ? "    " : SafeText.line(String(scalar))
            text += shown
            mark(column, frame.caret, width: DisplayWidth.of(shown))
        }
        // What is missing at the end of a line is shown behind it.
        while column + 1 < frame.caret.upperBound, column < frame.text.unicodeScalars.count + 1 {
            column += 1
            mark(column, frame.caret, width: 1)
        }
    }

    private mutating func mark(_ column: Int, _ caret: Range<Int>, width: Int) {
        guard column < caret.upperBound else { return }
        carets += String(repeating: caret.contains(column) ? "^" : " ", count: width)
    }
}
