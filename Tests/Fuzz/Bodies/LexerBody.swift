import CQLSyntax

/// Reads any bytes as CQL, and holds the reader to what is true of every text.
public func fuzzLexer(_ bytes: [UInt8]) throws(BrokenInvariant) {
    let source = SourceText(name: "fuzz.cql", bytes: bytes)
    for options in [LexerOptions.plain, LexerOptions(placeholders: true)] {
        let lexed = LexedText(source, options: options)
        try checkTokens(lexed)
        let script = ParsedScript(lexed)
        try checkDiagnostics(script)
        try checkStatements(script)
        guard !script.hasErrors else { continue }
        for statement in script.up + (script.down ?? []) { try checkResplit(statement, options) }
        try checkEncodings(script, options)
        if !options.placeholders { for statement in script.up { try checkTrees(statement) } }
    }
    try checkMasks(source)
}

/// Tokens cover the text in order; between them there is only white space.
private func checkTokens(_ lexed: LexedText) throws(BrokenInvariant) {
    let bytes = lexed.source.bytes
    var end = lexed.source.contentStart
    for token in lexed.tokens {
        let range = token.range
        try require(
            !range.isEmpty && range.lowerBound >= end && range.upperBound <= bytes.count, "\(token) after \(end)")
        try require(isWhiteSpace(bytes[end..<range.lowerBound]), "something uncovered in front of \(token)")
        end = range.upperBound
    }
    try require(isWhiteSpace(bytes[end...]), "something uncovered behind \(end)")
}

private func isWhiteSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
}

/// Every diagnostic has a place that can be shown, and a token that is none has a diagnostic.
private func checkDiagnostics(_ script: ParsedScript) throws(BrokenInvariant) {
    let source = script.source
    for diagnostic in script.diagnostics {
        let range = diagnostic.range
        try require(range.lowerBound >= 0 && range.upperBound <= source.bytes.count, "\(diagnostic) is out of bounds")
        let location = source.location(at: range.lowerBound)
        try require(location.line >= 1 && location.line <= source.lineCount && location.column >= 1, "\(location)")
    }
    // Each of these reads the whole text for passwords.
    for diagnostic in script.diagnostics.prefix(4) {
        let location = source.location(at: diagnostic.range.lowerBound)
        let shown = SourceLine(location.line, of: source).shownColumn(of: location.column)
        try require(shown >= 1, "\(diagnostic) is shown in column \(shown)")
    }
    let hasInvalid = script.lexed.tokens.contains { $0.kind == .invalid }
    try require(!hasInvalid || script.hasErrors, "an invalid token and no error")
}

/// Statements come in order, each within its part, and begin and end with a token of theirs.
private func checkStatements(_ script: ParsedScript) throws(BrokenInvariant) {
    var end = 0
    for statement in script.up + (script.down ?? []) {
        let range = statement.range
        try require(range.lowerBound >= end && !range.isEmpty, "the statement at \(range) begins in front of \(end)")
        guard let first = statement.tokens.first, let last = statement.tokens.last else {
            throw BrokenInvariant("the statement at \(range) has no token")
        }
        try require(first.range.lowerBound == range.lowerBound && last.range.upperBound == range.upperBound, "\(range)")
        try require(
            !first.kind.isComment && !last.kind.isComment, "the statement at \(range) begins or ends in a comment")
        for (line, column) in [(0, -1), (1, 0), (1, 1_000_000), (2, 3), (1_000_000, 0)] {
            let offset = statement.offset(ofServerLine: line, column: column)
            try require(range.contains(offset) || offset == range.upperBound, "\(line):\(column) is at \(offset)")
        }
        end = range.upperBound
    }
    if let marker = script.downMarker {
        try require(script.up.allSatisfy { $0.range.upperBound <= marker.lowerBound }, "up behind the marker")
        try require(
            script.down?.allSatisfy { $0.range.lowerBound >= marker.upperBound } == true, "down before the marker")
    }
}

/// What is sent to a server is read as that same statement again.
private func checkResplit(_ statement: Statement, _ options: LexerOptions) throws(BrokenInvariant) {
    let again = ParsedScript(SourceText(name: "again.cql", text: statement.text), options: options)
    try require(again.up.count == 1 && again.down == nil, "\(again.up.count) statements in \(statement.text)")
    try require(again.up[0].text == statement.text, "\(again.up[0].text) out of \(statement.text)")
    try require(again.up[0].summary == statement.summary, "\(again.up[0].summary) is not \(statement.summary)")
    try require(again.up[0].canonicalBytes == statement.canonicalBytes, "the canonical bytes of \(statement.text)")
}

/// What a release reads is rendered as what it reads as the same.
private func checkTrees(_ statement: Statement) throws(BrokenInvariant) {
    for release in [CassandraRelease.v311, .v41, .v50, .v60] {
        let tree: StatementTree
        do throws(SyntaxError) { tree = try statement.tree(for: release) } catch {
            let range = error.diagnostic.range
            try require(
                range.lowerBound >= 0 && range.upperBound <= statement.source.bytes.count,
                "\(error.diagnostic) is out of bounds")
            continue
        }
        let again: StatementTree
        do throws(SyntaxError) { again = try StatementTree(parsing: tree.description, for: release) } catch {
            throw BrokenInvariant("\(release) reads \(statement.text), and not \(tree): \(error.diagnostic.message)")
        }
        try require(again == tree, "\(tree) is read as \(again) by \(release)")
    }
}

/// A byte order mark and CRLF make no difference to what is hashed.
private func checkEncodings(_ script: ParsedScript, _ options: LexerOptions) throws(BrokenInvariant) {
    let bytes = script.source.bytes[script.source.contentStart...]
    var crlf: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (index, byte) in zip(bytes.indices, bytes) {
        if byte == 0x0A, index == bytes.startIndex || bytes[index - 1] != 0x0D { crlf.append(0x0D) }
        crlf.append(byte)
    }
    let converted = ParsedScript(SourceText(name: "crlf.cql", bytes: crlf), options: options)
    for part in [ScriptPart.up, .down] {
        try require(
            converted.canonicalBytes(of: part) == script.canonicalBytes(of: part), "CRLF changes the \(part) part")
    }
}

/// No password between quotes is left in what is masked.
private func checkMasks(_ source: SourceText) throws(BrokenInvariant) {
    let text = source.text(in: 0..<source.bytes.count)
    let bytes = Array(text.utf8)
    let hidden = PasswordMask(secretsOf: text).masked(text)
    var end = 0
    for range in PasswordMask.ranges(in: bytes) {
        try require(range.lowerBound >= end && range.upperBound <= bytes.count, "the password at \(range)")
        end = range.upperBound
        let quote = UInt8(ascii: "'")
        let secret = bytes[range].dropFirst().dropLast()
        // Told apart for sure is only what stands alone between two quotes. Shorter ones are hidden between quotes only,
        // where they are not found by chance, and an asterisk can occur in what stands in place of passwords.
        guard bytes[range].first == quote, bytes[range].last == quote, secret.count >= 4,
            !secret.contains(where: Array("'$*".utf8).contains)
        else { continue }
        try require(!Array(hidden.utf8).contains(secret), "\(String(decoding: secret, as: UTF8.self)) is in \(hidden)")
    }
}
