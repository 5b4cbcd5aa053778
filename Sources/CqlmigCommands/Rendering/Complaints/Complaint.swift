/// Something that went wrong, or that should be known: what all kinds of errors become before they are shown.
struct Complaint: Equatable, Sendable {
    /// How bad it is.
    enum Severity: String, Equatable, Sendable {
        case error
        case warning
        /// Good to know.
        case info
    }

    /// A line and a column, both from 1.
    struct Position: Equatable, Sendable {
        let line: Int
        let column: Int?
    }

    /// The line that it is about, and the columns of it that are wrong, from 1.
    struct Frame: Equatable, Sendable {
        let text: String
        let caret: Range<Int>
    }

    /// Where it is.
    struct Place: Equatable, Sendable {
        let file: String
        let position: Position?
        let frame: Frame?

        init(file: String, position: Position? = nil, frame: Frame? = nil) {
            self.file = file
            self.position = position
            self.frame = frame
        }

        /// `file:line:column`, as far as it is known.
        var description: String {
            guard let position else { return file }
            return "\(file):\(position.line)" + (position.column.map { ":\($0)" } ?? "")
        }
    }

    let severity: Severity
    /// In kebab-case, for programs.
    let code: String
    /// A sentence.
    let message: String
    let place: Place?
    /// What else is known: what was done before, what the server said.
    let notes: [String]
    /// What to do next, the exact command if there is one.
    let hint: String?

    init(
        _ severity: Severity = .error, code: String, _ message: String, place: Place? = nil, notes: [String] = [],
        hint: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.place = place
        self.notes = notes
        self.hint = hint
    }
}
