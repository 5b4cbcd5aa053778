/// A command of the shell `cqlsh` that servers do not know.
///
/// The shell ends them at the line end, with or without a `;`.
enum CqlshCommand: String, CaseIterable {
    case capture
    case clear
    case cls
    case consistency
    case copy
    case exit
    case expand
    case help
    case history
    case login
    case paging
    case quit
    case serial
    case show
    case source
    case tracing
    case unicode

    /// The command that a token is, in any case of letters.
    @inline(__always)
    init?(_ token: Token, in source: SourceText) {
        // The only one that is a word of the grammar too. Statements begin with such words, so most are told here.
        guard token.keyword == nil || token.keyword == .login else { return nil }
        self.init(word: token, in: source)
    }

    private init?(word token: Token, in source: SourceText) {
        guard token.kind == .identifier, token.range.count <= "CONSISTENCY".utf8.count else { return nil }
        self.init(rawValue: source.value(of: token))
    }

    func diagnostic(at range: Range<Int>) -> Diagnostic {
        Diagnostic(
            .cqlshCommand,
            "\(rawValue.uppercased()) is a command of the shell cqlsh; no server knows it.",
            range: range,
            hint: hint
        )
    }

    private var hint: String {
        switch self {
        case .source: "Put the statements of that file here, or make it a migration of its own."
        case .copy: "Load data outside of migrations, or write INSERT statements."
        case .consistency, .serial: "Remove it; consistency is part of the configuration."
        case .login: "Remove it; the user is part of the configuration."
        default: "Remove it."
        }
    }
}
