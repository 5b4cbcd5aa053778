/// Finds the parts of a script and the comments that mean something.
struct ScriptReader {
    private let lexed: LexedText
    private var source: SourceText { lexed.source }

    private(set) var up: StatementSplitter
    private(set) var down: StatementSplitter?
    /// The index of the token that separates the parts.
    private(set) var marker: Int?
    private(set) var directiveNearMisses: [Directive] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Directives wherever they stand, also where they may not.
    private var directives: [Directive] = []

    init(_ lexed: LexedText) {
        self.lexed = lexed
        up = StatementSplitter(lexed.tokens[...], of: lexed)
    }

    /// The directives in front of the first statement.
    var headDirectives: [Directive] {
        up.statements.first?.directives ?? up.trailingComments.directives(in: source)
    }

    mutating func read() {
        readComments()
        if let marker {
            up = StatementSplitter(lexed.tokens[..<marker], of: lexed)
            var rest = StatementSplitter(lexed.tokens[(marker + 1)...], of: lexed)
            rest.run()
            down = rest
        }
        up.run()
        reportStatements()
        reportMisplacedDirectives()
    }

    private mutating func readComments() {
        for index in lexed.commentIndices {
            switch CommentReader(lexed.tokens[index], in: source).role {
            case .remark: break
            case .downMarker: takeMarker(at: index, defect: nil)
            case .downMarkerNearMiss(let defect): takeMarker(at: index, defect: defect)
            case .directive(let directive), .directiveBehindCode(let directive): directives.append(directive)
            case .directiveNearMiss(let directive): directiveNearMisses.append(directive)
            }
        }
    }

    /// Takes the first marker, or what was meant to be one, and reports what is wrong with it.
    private mutating func takeMarker(at index: Int, defect: String?) {
        let range = lexed.tokens[index].range
        if let marker {
            let first = lexed.tokens[marker].range
            diagnostics.append(
                Diagnostic(
                    .downMarker,
                    "A script has one `-- @down` marker; this is a further one.",
                    range: range,
                    hint: "Remove one of them.",
                    notes: [.init("The first is on line \(source.location(at: first.lowerBound).line).", range: first)]
                )
            )
            return
        }
        marker = index
        guard let defect else { return }
        diagnostics.append(
            Diagnostic(
                .downMarker,
                "\(source.excerpt(of: range)) looks like the marker of the down part and is none: \(defect).",
                range: range,
                hint: "Write `-- @down` on a line of its own."
            )
        )
    }

    private mutating func reportStatements() {
        var inUp = up.diagnostics
        var inDown = down?.diagnostics ?? []
        if let marker, !up.isTerminated, let unfinished = up.statements.last {
            // The marker says the same of an unfinished batch, and better; and the rest of the statement begins none.
            inUp.removeAll { $0.code.isUnterminatedBlock && $0.range.lowerBound == unfinished.range.lowerBound }
            if let rest = down?.statements.first {
                inDown.removeAll { $0.code == .unknownStatement && rest.range.contains($0.range.lowerBound) }
            }
            reportMarker(lexed.tokens[marker].range, inside: unfinished)
        }
        diagnostics += inUp + inDown
    }

    private mutating func reportMarker(_ range: Range<Int>, inside unfinished: Statement) {
        // One thing that is wrong with it is enough.
        guard !diagnostics.contains(where: { $0.range == range }) else { return }
        diagnostics.append(
            Diagnostic(
                .downMarker,
                "The marker stands in the middle of a statement: the one that begins on line "
                    + "\(unfinished.location.line) has no `;` in front of it.",
                range: range,
                hint: "End that statement with `;`.",
                notes: [.init("The statement begins here.", range: unfinished.range.prefix(1))]
            )
        )
    }

    private mutating func reportMisplacedDirectives() {
        guard !directives.isEmpty else { return }
        let statements = up.statements + (down?.statements ?? [])
        var attached = Set(headDirectives.map(\.range.lowerBound))
        for statement in statements { attached.formUnion(statement.directives.map(\.range.lowerBound)) }
        for directive in directives where !attached.contains(directive.range.lowerBound) {
            diagnostics.append(
                Diagnostic(
                    .misplacedDirective,
                    "The directive `@\(directive.name)` stands in front of no statement.",
                    range: directive.range,
                    hint: "Put it on a line of its own, in front of the statement that it is for or at the head of "
                        + "the file."
                )
            )
        }
    }
}

extension Diagnostic.Code {
    fileprivate var isUnterminatedBlock: Bool { self == .unterminatedBatch || self == .unterminatedTransaction }
}
