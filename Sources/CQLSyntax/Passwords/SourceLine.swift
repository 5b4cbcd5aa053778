/// A line of a text as it may be shown to people: passwords in it are masked.
public struct SourceLine: Hashable, Sendable {
    /// The line without its end and without passwords.
    public let text: String

    /// What was replaced: where it began in the line and in the text, in columns from 1, and how wide it was and became.
    private let replaced: [Replacement]

    private struct Replacement: Hashable {
        let column: Int
        let width: Int
        let shownColumn: Int
        let shownWidth: Int
    }

    /// The column in ``text`` of a column of the line, both from 1.
    ///
    /// Columns inside of a password are those of its mask.
    public func shownColumn(of column: Int) -> Int {
        guard let last = replaced.last(where: { $0.column <= column }) else { return column }
        let distance = column - last.column
        guard distance >= last.width else { return last.shownColumn + min(distance, last.shownWidth - 1) }
        return last.shownColumn + last.shownWidth + distance - last.width
    }
}

extension SourceLine {
    /// Takes a line, from 1, of a text; an empty one where there is no such line.
    ///
    /// Searches the whole text for passwords, since the word that tells of one may stand on another line.
    public init(_ line: Int, of source: SourceText) {
        guard line >= 1, line <= source.lineCount else {
            self.init(text: "", replaced: [])
            return
        }
        let range = source.contentRange(ofLine: line - 1)
        var text = ""
        var replaced: [Replacement] = []
        var column = 1
        var copied = range.lowerBound
        for secret in source.mayHoldPasswords ? PasswordMask.ranges(in: source.bytes) : [] where secret.overlaps(range)
        {
            let hidden = secret.clamped(to: range)
            let before = source.text(in: copied..<hidden.lowerBound)
            text += before
            column += before.unicodeScalars.count
            let width = source.text(in: hidden).unicodeScalars.count
            replaced.append(
                Replacement(
                    column: column,
                    width: width,
                    shownColumn: text.unicodeScalars.count + 1,
                    shownWidth: PasswordMask.replacement.unicodeScalars.count
                )
            )
            text += PasswordMask.replacement
            column += width
            copied = hidden.upperBound
        }
        self.init(text: text + source.text(in: copied..<range.upperBound), replaced: replaced)
    }
}
