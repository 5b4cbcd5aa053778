extension Diagnostic {
    /// The kebab-case name of what is wrong, as `--json` and the documentation have it.
    ///
    /// Parts that report problems of their own add their codes in an extension.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The kebab-case name.
        public let rawValue: String

        /// Makes a code of its kebab-case name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The kebab-case name.
        public var description: String { rawValue }
    }
}

extension Diagnostic.Code {
    /// The bytes are not UTF-8, or hold a NUL.
    public static let encoding = Self(rawValue: "encoding")
    /// A `'` without its partner.
    public static let unterminatedString = Self(rawValue: "unterminated-string")
    /// A `"` without its partner.
    public static let unterminatedQuotedName = Self(rawValue: "unterminated-quoted-name")
    /// A `$$` without its partner.
    public static let unterminatedDollarString = Self(rawValue: "unterminated-dollar-string")
    /// A `/*` without `*/`.
    public static let unterminatedComment = Self(rawValue: "unterminated-comment")
    /// A `${` without `}`.
    public static let unterminatedPlaceholder = Self(rawValue: "unterminated-placeholder")
    /// A character that no release's lexer takes.
    public static let unexpectedCharacter = Self(rawValue: "unexpected-character")
    /// A character that no release's lexer takes, and that cannot be seen or looks like one that it takes.
    public static let hiddenCharacter = Self(rawValue: "hidden-character")
    /// What begins like a number or a duration and is none.
    public static let malformedNumber = Self(rawValue: "malformed-number")
    /// What begins like a UUID and is none.
    public static let malformedUUID = Self(rawValue: "malformed-uuid")
    /// `BEGIN BATCH` without `APPLY BATCH`.
    public static let unterminatedBatch = Self(rawValue: "unterminated-batch")
    /// `BEGIN TRANSACTION` without `COMMIT TRANSACTION`.
    public static let unterminatedTransaction = Self(rawValue: "unterminated-transaction")
    /// Two statements without a `;` between them.
    public static let missingSemicolon = Self(rawValue: "missing-semicolon")
    /// A statement that no release knows.
    public static let unknownStatement = Self(rawValue: "unknown-statement")
    /// A command of the shell, not of the language.
    public static let cqlshCommand = Self(rawValue: "cqlsh-command")
    /// What looks like the `-- @down` marker and is none, or one too many.
    public static let downMarker = Self(rawValue: "down-marker")
    /// A directive that stands in front of no statement.
    public static let misplacedDirective = Self(rawValue: "misplaced-directive")
}
