public import CQLSyntax

/// Something that is wrong with a script, with a file or with the folder: what `lint` and `validate` list, and what stops
/// everything else before it begins.
public struct ScriptProblem: Hashable, Sendable {
    /// A further remark, with a place of its own where it has one.
    public struct Note: Hashable, Sendable {
        /// A full sentence.
        public let message: String
        /// The file as people see it, nil where the remark is about no file.
        public let file: String?
        /// Where in that file.
        public let location: SourceLocation?

        /// Makes a remark of its parts.
        public init(message: String, file: String? = nil, location: SourceLocation? = nil) {
            self.message = message
            self.file = file
            self.location = location
        }
    }

    /// The place of a problem in the text of its file.
    public struct Place: Hashable, Sendable {
        /// The bytes that are wrong, empty where something is missing.
        public let range: Range<Int>
        /// Line and column of the first of them.
        public let start: SourceLocation
        /// Line and column behind the last of them.
        public let end: SourceLocation
        /// The line in which they begin, with passwords masked; nil for a line that is too long to be shown.
        public let line: String?
        /// The columns of ``line`` that show them, from 1 and at least one: where carets go.
        public let caret: Range<Int>
    }

    /// How bad it is.
    public let severity: Diagnostic.Severity
    /// What is wrong, in a form for machines; stable between releases.
    public let code: Diagnostic.Code
    /// What is wrong, in full sentences.
    public let message: String
    /// What to do about it, where that is known.
    public let hint: String?
    /// The file or folder as people see it: the folder as it was given, and the path below it.
    ///
    /// Not escaped; nil where no file is to blame.
    public let file: String?
    /// The place in the text of the file; nil where the problem is with the file as a whole.
    public let place: Place?
    /// Further remarks, such as where the other one of two is.
    public let notes: [Note]

    /// Makes a problem with a file as a whole, or with none.
    public init(
        _ code: Diagnostic.Code,
        _ message: String,
        file: String?,
        hint: String? = nil,
        notes: [Note] = []
    ) {
        severity = .error
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        place = nil
        self.notes = notes
    }

    /// Makes a problem of what is wrong with a text; its file is the text's name.
    public init(_ diagnostic: Diagnostic, in source: SourceText) {
        severity = diagnostic.severity
        code = diagnostic.code
        message = diagnostic.message
        hint = diagnostic.hint
        file = source.name
        place = Place(diagnostic.range, in: source)
        notes = diagnostic.notes.map { note in
            Note(
                message: note.message,
                file: note.range == nil ? nil : source.name,
                location: note.range.map { source.location(at: $0.lowerBound) }
            )
        }
    }
}

extension ScriptProblem.Place {
    /// What is longer was not written by hand, and a caret under it would help nobody.
    private static let longestShownLine = 4096

    /// Makes the place of some bytes of a text.
    public init(_ range: Range<Int>, in source: SourceText) {
        self.range = range
        start = source.location(at: range.lowerBound)
        end = source.location(at: range.upperBound)
        let shown = SourceLine(start.line, of: source)
        line = shown.text.utf8.count <= Self.longestShownLine ? shown.text : nil
        let first = shown.shownColumn(of: start.column)
        let last =
            end.line == start.line ? shown.shownColumn(of: end.column) : shown.text.unicodeScalars.count + 1
        caret = first..<max(first + 1, last)
    }
}

extension ScriptProblem: CustomStringConvertible {
    /// `file:line:column: error[code]: message`, on one line as far as the message is.
    public var description: String {
        let position = [file.map(visible), place?.start.description].compactMap(\.self).joined(separator: ":")
        let prefix = position.isEmpty ? "" : position + ": "
        return "\(prefix)\(severity.rawValue)[\(code)]: \(message)"
    }
}

extension ScriptProblem: Comparable {
    /// Orders by file, then by place; problems of no file come first.
    public static func < (one: ScriptProblem, other: ScriptProblem) -> Bool {
        let files = (one.file ?? "", other.file ?? "")
        guard files.0 == files.1 else { return files.0 < files.1 }
        let offsets = (one.place?.range.lowerBound ?? -1, other.place?.range.lowerBound ?? -1)
        guard offsets.0 == offsets.1 else { return offsets.0 < offsets.1 }
        return (one.code.rawValue, one.message) < (other.code.rawValue, other.message)
    }
}
