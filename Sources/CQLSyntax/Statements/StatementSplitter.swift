/// Cuts tokens into statements.
///
/// A `;` ends a statement, except inside of `BEGIN … BATCH … APPLY BATCH` and of 6.0's `BEGIN TRANSACTION … COMMIT
/// TRANSACTION`, which are one statement each. Empty statements are dropped. The last statement needs no `;`.
struct StatementSplitter {
    private let lexed: LexedText
    private let tokens: ArraySlice<Token>
    private var reader: StatementReader

    private(set) var statements: [Statement] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Comments behind the last statement.
    private(set) var trailingComments: ArraySlice<Token> = []
    /// Whether the last statement has its `;`, or there is none.
    private(set) var isTerminated = true

    /// The index of the first comment or token that is in no statement yet.
    private var pending: Int

    init(_ tokens: ArraySlice<Token>, of lexed: LexedText) {
        self.lexed = lexed
        self.tokens = tokens
        reader = StatementReader(lexed)
        pending = tokens.startIndex
    }

    private var source: SourceText { lexed.source }

    /// Most scripts have no more statements; growing from one would copy them several times.
    private static let usualCount = 16

    mutating func run() {
        var index = tokens.startIndex
        while index < tokens.endIndex {
            switch tokens[index].kind {
            case .semicolon:
                // The comments in front of an empty statement stay with the next one.
                index += 1
            case let kind where kind.isComment:
                index += 1
            default:
                index = addStatement(from: index)
            }
        }
        trailingComments = tokens[pending...].filter(\.kind.isComment)[...]
    }

    /// Adds the statement whose first token is at `first`; returns the index behind it and its `;`.
    private mutating func addStatement(from first: Int) -> Int {
        if statements.isEmpty { statements.reserveCapacity(Self.usualCount) }
        let end = statementEnd(from: first)
        var last = end.index - 1
        while last > first, tokens[last].kind.isComment { last -= 1 }
        let summary = reader.read(first..<(last + 1))
        if let diagnostic = reader.diagnostic { diagnostics.append(diagnostic) }
        statements.append(
            Statement(
                lexed: lexed,
                tokenRange: first..<(last + 1),
                commentRange: pending..<first,
                range: tokens[first].range.lowerBound..<tokens[last].range.upperBound,
                summary: summary
            )
        )
        isTerminated = end.isTerminator
        // Comments between the statement and its `;` stay with the next one.
        pending = last + 1 == end.index ? end.next : last + 1
        return end.next
    }

    /// Where a statement ends.
    private struct End {
        /// The index of the `;`, or of the first token that is not in the statement.
        let index: Int
        /// Whether the statement is whole: it has its `;`, or needs none.
        let isTerminator: Bool
        /// The index where the next statement is looked for.
        let next: Int
    }

    private mutating func statementEnd(from first: Int) -> End {
        if CqlshCommand(tokens[first], in: source) != nil {
            let index = lineEnd(from: first)
            return End(index: index, isTerminator: true, next: index)
        }
        guard tokens[first].keyword == .begin, let block = Block(tokens[first...], of: lexed) else {
            return semicolon(from: first)
        }
        guard let end = block.end else {
            diagnostics.append(block.diagnostic)
            let index = block.endOfUnfinished
            return End(index: index, isTerminator: false, next: index)
        }
        let next = tokens[end...].first { !$0.kind.isComment }
        if let next, next.kind != .semicolon {
            diagnostics.append(
                Diagnostic(
                    .missingSemicolon,
                    "There is no `;` between \(block.kind.closing) and what follows it.",
                    range: next.range,
                    hint: "Write `\(block.kind.closing);`."
                )
            )
            return End(index: end, isTerminator: false, next: end)
        }
        return semicolon(from: end)
    }

    private func semicolon(from first: Int) -> End {
        let slice = tokens[first...]
        let rest = slice.span
        for distance in rest.indices where rest[distance].kind == .semicolon {
            return End(index: first + distance, isTerminator: true, next: first + distance + 1)
        }
        return End(index: tokens.endIndex, isTerminator: false, next: tokens.endIndex)
    }

    /// The shell's commands end with their line, or with a `;` on it.
    private func lineEnd(from first: Int) -> Int {
        let line = source.lineIndex(at: tokens[first].range.lowerBound)
        return tokens[first...].firstIndex {
            $0.kind == .semicolon || source.lineIndex(at: $0.range.lowerBound) > line
        } ?? tokens.endIndex
    }
}

extension LexedText {
    /// The statements of a text in which `-- @down` and directives mean nothing, and what is wrong with their ends and
    /// first words.
    ///
    /// What is wrong with single tokens is in ``diagnostics``.
    public func statements() -> (statements: [Statement], diagnostics: [Diagnostic]) {
        var splitter = StatementSplitter(tokens[...], of: self)
        splitter.run()
        return (splitter.statements, splitter.diagnostics)
    }
}
