extension StatementSplitter {
    /// A statement that holds statements: `BEGIN … BATCH` or `BEGIN TRANSACTION`.
    struct Block {
        enum Kind {
            case batch
            case transaction

            var opening: String { self == .batch ? "BEGIN BATCH" : "BEGIN TRANSACTION" }
            var closing: String { self == .batch ? "APPLY BATCH" : "COMMIT TRANSACTION" }
            var closingKeywords: [Keyword] { self == .batch ? [.apply, .batch] : [.commit, .transaction] }

            /// The words that a statement inside of it may begin with.
            var innerVerbs: Set<Keyword> {
                switch self {
                case .batch: [.insert, .update, .delete, .apply]
                case .transaction: [.let, .select, .insert, .update, .delete, .if, .end, .commit]
                }
            }
        }

        let kind: Kind
        /// The index behind its closing words, or nil where there are none.
        let end: Int?
        private let tokens: ArraySlice<Token>

        /// Reads the block that begins at the first token, or nil where that `BEGIN` begins none.
        init?(_ tokens: ArraySlice<Token>, of lexed: LexedText) {
            var cursor = TokenCursor(lexed)
            cursor.begin(tokens.indices)
            guard cursor.skip(.begin) else { return nil }
            if cursor.skip(.transaction) {
                kind = .transaction
            } else {
                _ = cursor.skip(.unlogged) || cursor.skip(.counter)
                guard cursor.skip(.batch) else { return nil }
                kind = .batch
            }
            self.tokens = tokens
            end = Self.end(of: kind, tokens)
        }

        /// The next `BEGIN` ends the search: it is reserved, so it begins another block wherever it stands.
        private static func end(of kind: Kind, _ tokens: ArraySlice<Token>) -> Int? {
            let words = kind.closingKeywords
            for index in tokens.indices.dropFirst() where tokens[index].kind == .identifier {
                let keyword = tokens[index].keyword
                if keyword == .begin { return nil }
                guard keyword == words[0] else { continue }
                let next = tokens[(index + 1)...].firstIndex { !$0.kind.isComment }
                if let next, tokens[next].keyword == words[1] { return next + 1 }
            }
            return nil
        }

        /// Where an unfinished block is taken to end, so that what follows it is read as well: at the `;` in front of a
        /// statement that cannot be in it.
        var endOfUnfinished: Int {
            for index in tokens.indices where tokens[index].kind == .semicolon {
                guard let next = tokens[(index + 1)...].first(where: { !$0.kind.isComment }) else { return index }
                let keyword = next.keyword
                if next.kind != .semicolon, keyword.map(kind.innerVerbs.contains) != true { return index }
            }
            return tokens.endIndex
        }

        var diagnostic: Diagnostic {
            Diagnostic(
                kind == .batch ? .unterminatedBatch : .unterminatedTransaction,
                "The \(kind.opening) that begins here has no \(kind.closing).",
                range: tokens.first?.range ?? 0..<0,
                hint: "End it with `\(kind.closing);`."
            )
        }
    }
}
