/// Something that is wrong with a text, as a value: printing is elsewhere.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The text cannot be used as it stands.
        case error
        /// The text can be used and probably should not be.
        case warning
    }

    /// A further remark, with a place of its own where it has one.
    public struct Note: Hashable, Sendable {
        /// A full sentence.
        public let message: String
        /// The bytes it speaks of, in the same text.
        public let range: Range<Int>?

        /// Makes a remark on a place, or on none.
        public init(_ message: String, range: Range<Int>? = nil) {
            self.message = message
            self.range = range
        }
    }

    /// How bad it is.
    public let severity: Severity

    /// What is wrong, in a form for machines; stable between releases.
    public let code: Code

    /// What is wrong, in full sentences.
    public let message: String

    /// The bytes that are wrong.
    ///
    /// Empty where something is missing.
    public let range: Range<Int>

    /// What to write instead, where that is known.
    public let hint: String?

    /// Further remarks, such as where the other one of two is.
    public let notes: [Note]

    /// Makes a diagnostic; an error unless told otherwise.
    public init(
        _ code: Code,
        _ message: String,
        range: Range<Int>,
        severity: Severity = .error,
        hint: String? = nil,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.range = range
        self.hint = hint
        self.notes = notes
    }
}
