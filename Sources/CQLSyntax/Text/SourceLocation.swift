/// A place in a text as people count it.
///
/// A line ends with LF, CRLF or a lone CR, and all three are one line end.
public struct SourceLocation: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int

    /// The Unicode scalar in that line, from 1.
    ///
    /// A byte order mark at the head of the file is not counted.
    public let column: Int

    /// Makes a location of its two numbers, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable {
    /// Orders by line, then by column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `line:column`, as compilers print it after the file's name.
    public var description: String { "\(line):\(column)" }
}
