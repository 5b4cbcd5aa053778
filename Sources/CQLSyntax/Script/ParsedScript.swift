/// A migration script: its statements, the marker between the part that applies and the part that takes back, its
/// directives, and everything that is wrong with it.
///
/// A script with errors among its ``diagnostics`` must not be run; its parts are filled all the same, as well as they can
/// be told, so that more can be said about it. What was meant to be the marker and is none separates the parts like the
/// marker itself: what follows it was never meant to be applied.
public struct ParsedScript: Hashable, Sendable {
    /// The text and its tokens.
    public let lexed: LexedText

    /// The statements in front of the marker, or all of them.
    public let up: [Statement]

    /// The statements behind the marker; nil where there is none.
    public let down: [Statement]?

    /// The comment that separates the parts; nil where there is none.
    public let downMarker: Range<Int>?

    /// The directives at the head of the file: those in front of its first statement, which are also among that
    /// statement's own.
    ///
    /// Which of the two is meant depends on what the name stands for.
    public let headDirectives: [Directive]

    /// Comments that would be directives if they were written `-- @name` (`--@name`, `// @name`, `/* @name */`).
    ///
    /// They count as remarks. Who knows the names should refuse those that bear one.
    public let directiveNearMisses: [Directive]

    /// Everything that is wrong, in the order of the text.
    public let diagnostics: [Diagnostic]

    /// The text.
    public var source: SourceText { lexed.source }

    /// Whether anything is wrong that forbids to run the script.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The statements of a part; none for a part that is not there.
    public func statements(of part: ScriptPart) -> [Statement] {
        switch part {
        case .up: up
        case .down: down ?? []
        }
    }

    /// Reads a script.
    ///
    /// Takes any bytes.
    public init(_ source: SourceText, options: LexerOptions = .plain) {
        self.init(LexedText(source, options: options))
    }

    /// Reads a script from its tokens.
    public init(_ lexed: LexedText) {
        var reader = ScriptReader(lexed)
        reader.read()
        self.lexed = lexed
        up = reader.up.statements
        down = reader.down?.statements
        downMarker = reader.marker.map { lexed.tokens[$0].range }
        headDirectives = reader.headDirectives
        directiveNearMisses = reader.directiveNearMisses
        diagnostics = (lexed.diagnostics + reader.diagnostics).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
