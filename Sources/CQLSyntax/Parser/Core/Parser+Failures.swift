extension Diagnostic.Code {
    /// What the grammar of no release has at that place.
    public static let syntax = Self(rawValue: "syntax")
    /// What only later releases than the one asked for can read.
    public static let laterRelease = Self(rawValue: "later-release")
    /// Brackets or operators that nest deeper than anybody writes.
    public static let nesting = Self(rawValue: "nesting")
    /// The same thing said twice where it can be said once.
    public static let duplicate = Self(rawValue: "duplicate")
}

/// What goes wrong, in words.
extension Parser {
    /// The current token as a message names it.
    var found: String {
        guard let kind else { return "the end of the statement" }
        return source.excerpt(of: Token(kind, range))
    }

    /// That something else was expected here.
    func unexpected(_ expected: String, hint: String? = nil) -> SyntaxError {
        if kind == .invalid { return unreadableToken() }
        return failure("Expected \(expected) but found \(found).", hint: hint)
    }

    /// That a keyword was expected here.
    func missing(_ keyword: Keyword) -> SyntaxError {
        let word = keyword.rawValue.uppercased()
        return unexpected("`\(word)`", hint: nearMiss(among: [word]))
    }

    /// That one of some words was expected here.
    func unexpected(among words: [String], or others: String? = nil) -> SyntaxError {
        let quoted = words.map { "`\($0)`" } + (others.map { [$0] } ?? [])
        let list =
            quoted.count > 1 ? quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "") : quoted[0]
        return unexpected(list, hint: nearMiss(among: words))
    }

    /// That a statement has no such sub-command.
    func unknownSubcommand(of statement: String, among words: [String]) -> SyntaxError {
        guard kind == .identifier else { return unexpected(among: words) }
        let word = source.text(in: range)
        // What a slip has put in front of a short word, or behind it, is longer than the slips that count as near.
        let near =
            EditDistance.nearest(to: word, among: words)
            ?? words.first { word.uppercased().hasSuffix($0) || word.uppercased().hasPrefix($0) }
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        return failure(
            "Unknown `\(statement)` sub-command \(found)\(near.map { ", did you mean `\($0)`?" } ?? ".")",
            hint: "`\(statement)` goes on with \(list)."
        )
    }

    /// The word that may have been meant by the current token.
    func nearMiss(among words: [String]) -> String? {
        guard kind == .identifier else { return nil }
        return EditDistance.nearest(to: source.text(in: range), among: words).map { "Did you mean `\($0)`?" }
    }

    func failure(_ message: String, at range: Range<Int>? = nil, hint: String? = nil) -> SyntaxError {
        SyntaxError(Diagnostic(.syntax, message, range: range ?? self.range, hint: hint))
    }

    func duplicate(_ message: String, at range: Range<Int>, _ refusal: EarlyRefusal? = nil) -> SyntaxError {
        SyntaxError(Diagnostic(.duplicate, message, range: range), earlyRefusal: refusal)
    }

    func nestedTooDeeply() -> SyntaxError {
        SyntaxError(
            Diagnostic(
                .nesting,
                "The statement nests deeper here than \(Self.nestingLimit) levels, which is the most that is read.",
                range: range
            )
        )
    }

    func chainedTooLong() -> SyntaxError {
        SyntaxError(
            Diagnostic(
                .nesting,
                "More than \(Self.chainLimit) operators or fields follow each other here, which is the most that is read.",
                range: range
            )
        )
    }

    /// Refuses what only later releases know; `range` is where it stands.
    @inline(__always)
    func require(
        _ introduced: CassandraRelease,
        _ construct: @autoclosure () -> String,
        at range: Range<Int>
    ) throws(SyntaxError) {
        guard let release, release < introduced else { return }
        throw Self.laterRelease(introduced, construct(), at: range, than: release)
    }

    private static func laterRelease(
        _ introduced: CassandraRelease,
        _ construct: String,
        at range: Range<Int>,
        than release: CassandraRelease
    ) -> SyntaxError {
        SyntaxError(
            Diagnostic(
                .laterRelease,
                "\(construct) came with Cassandra \(introduced.rawValue); \(release.rawValue) cannot read it.",
                range: range
            )
        )
    }

    /// Says of a token that the lexer could not read what it is.
    func unreadableToken() -> SyntaxError {
        failure("\(found) is no token of CQL.")
    }
}
