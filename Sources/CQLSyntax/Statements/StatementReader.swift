/// Reads what statements of a text are from their first words, one after the other.
struct StatementReader {
    var cursor: TokenCursor
    private(set) var diagnostic: Diagnostic?
    /// The words of the text that ``Token/word`` counts.
    private let words: [String]

    init(_ lexed: LexedText) {
        words = lexed.words
        cursor = TokenCursor(lexed)
    }

    /// Reads the statement of these tokens.
    mutating func read(_ tokens: Range<Int>) -> StatementSummary {
        cursor.begin(tokens)
        diagnostic = nil
        guard let first = cursor.token else { return StatementSummary(kind: .unknown, verb: "") }
        if let command = CqlshCommand(first, in: cursor.source) {
            diagnostic = command.diagnostic(at: first.range)
            return StatementSummary(kind: .unknown, verb: command.rawValue.uppercased())
        }
        let verb = cursor.keyword
        cursor.advance()
        switch verb {
        case .create: return readCreate()
        case .alter: return readDefinition(.alter)
        case .drop: return readDefinition(.drop)
        case .insert, .update, .delete, .select, .truncate: return readTableStatement(verb)
        case .use: return StatementSummary(kind: .use, verb: "USE", objectKind: .keyspace, object: readName())
        case .describe, .desc: return StatementSummary(kind: .describe, verb: "DESCRIBE")
        case .begin: return readBegin()
        case .grant: return StatementSummary(kind: .accessControl, verb: "GRANT")
        case .revoke: return StatementSummary(kind: .accessControl, verb: "REVOKE")
        case .list: return readList()
        case .add where cursor.skip(.identity): return readIdentity("ADD IDENTITY")
        case .comment where cursor.skip(.on): return readAnnotation("COMMENT ON")
        case .security where cursor.skip(.label): return readSecurityLabel()
        default: return reportUnknown(first)
        }
    }

    /// The name that stands here, with its keyspace in front of it where it has one.
    mutating func readName() -> ObjectName? {
        var keyspace: String?
        var name: String?
        repeat {
            guard let part = readPart() else { break }
            keyspace = name
            name = part
        } while cursor.skip(.dot)
        return name.map { ObjectName(keyspace: keyspace, name: $0) }
    }

    /// The parts of a dotted name.
    ///
    /// A reserved word without quotes is no name: it belongs to the grammar.
    mutating func readParts() -> [String] {
        var parts: [String] = []
        repeat {
            guard let part = readPart() else { break }
            parts.append(part)
        } while cursor.skip(.dot)
        return parts
    }

    private mutating func readPart() -> String? {
        guard let token = cursor.token, Self.isName(token) else { return nil }
        let part = words.word(token) ?? cursor.source.value(of: token)
        cursor.advance()
        return part
    }

    private static func isName(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier: token.keyword?.isReserved != true
        // Roles and users may be named by text.
        case .quotedIdentifier, .placeholder, .stringLiteral, .dollarString: true
        default: false
        }
    }

    private mutating func readTableStatement(_ verb: Keyword?) -> StatementSummary {
        var kind = StatementKind.modification
        switch verb {
        case .insert: _ = cursor.skip(.into)
        case .truncate:
            kind = .truncate
            _ = cursor.skip(.table) || cursor.skip(.columnfamily)
        case .delete, .select:
            if verb == .select { kind = .query }
            if cursor.find(.from) { cursor.advance() }
        default: break
        }
        let table = readName()
        var ifExists = false
        var ifNotExists = false
        if kind == .modification, cursor.find(.if) {
            kind = .conditionalModification
            ifNotExists = cursor.skip(.if, .not, .exists)
            ifExists = cursor.skip(.if, .exists)
        }
        return StatementSummary(
            kind: kind,
            verb: verb?.rawValue.uppercased() ?? "",
            objectKind: .table,
            object: table,
            ifExists: ifExists,
            ifNotExists: ifNotExists
        )
    }

    private mutating func readBegin() -> StatementSummary {
        if cursor.skip(.transaction) { return StatementSummary(kind: .transaction, verb: "TRANSACTION") }
        _ = cursor.skip(.unlogged) || cursor.skip(.counter)
        guard cursor.skip(.batch) else {
            reportUnknown(
                "BEGIN must be followed by BATCH, UNLOGGED BATCH, COUNTER BATCH or TRANSACTION.",
                among: ["BATCH", "UNLOGGED", "COUNTER", "TRANSACTION"]
            )
            return StatementSummary(kind: .unknown, verb: "BEGIN")
        }
        // IF is reserved, so it is a condition wherever it stands.
        let isConditional = cursor.find(.if)
        return StatementSummary(kind: isConditional ? .conditionalModification : .modification, verb: "BATCH")
    }

    private mutating func readList() -> StatementSummary {
        let verb =
            switch cursor.keyword {
            case .roles: "LIST ROLES"
            case .users: "LIST USERS"
            case .superusers: "LIST SUPERUSERS"
            default: "LIST PERMISSIONS"
            }
        return StatementSummary(kind: .query, verb: verb)
    }

    private mutating func reportUnknown(_ first: Token) -> StatementSummary {
        let source = cursor.source
        guard first.kind == .identifier else {
            // What the lexer could not read is reported already.
            if first.kind != .invalid {
                report(
                    "A statement begins with a word such as CREATE or INSERT, not with \(source.excerpt(of: first)).",
                    at: first.range,
                    hint: "Look for a `;` too many in front of it."
                )
            }
            return StatementSummary(kind: .unknown, verb: "")
        }
        let word = source.text(in: first.range)
        if let opening = first.keyword.flatMap({ Self.closings[$0] }) {
            report(
                "\(word.uppercased()) begins no statement, and there is no \(opening) in front of it that it could end.",
                at: first.range
            )
        } else {
            let commands = CqlshCommand.allCases.map { $0.rawValue.uppercased() }
            let near = EditDistance.nearest(to: word, among: Self.verbs + commands)
            report(
                "No release of Cassandra has a statement that begins with \(source.excerpt(of: first)).",
                at: first.range,
                hint: near.map { "Did you mean \($0)?" }
            )
        }
        return StatementSummary(kind: .unknown, verb: word.uppercased())
    }

    private mutating func report(_ message: String, at range: Range<Int>, hint: String? = nil) {
        diagnostic = Diagnostic(.unknownStatement, message, range: range, hint: hint)
    }

    /// Reports the current token, or the end of the statement, as what cannot stand there.
    mutating func reportUnknown(
        _ message: String,
        among candidates: [String],
        suggesting suggestion: (String) -> String = { $0 }
    ) {
        let source = cursor.source
        // What the lexer could not read is reported already.
        guard cursor.token?.kind != .invalid else { return }
        let near = cursor.token.flatMap { EditDistance.nearest(to: source.text(in: $0.range), among: candidates) }
        report(
            message,
            at: cursor.token?.range ?? cursor.end..<cursor.end,
            hint: near.map { "Did you mean \(suggestion($0))?" }
        )
    }

    /// The words that only end a statement, and the beginnings that they belong to.
    private static let closings: [Keyword: String] = [.apply: "BEGIN BATCH", .commit: "BEGIN TRANSACTION"]

    /// The words that statements begin with, the likelier ones first.
    private static let verbs = [
        "CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "SELECT", "TRUNCATE", "BEGIN", "GRANT", "REVOKE",
        "USE", "DESCRIBE", "LIST", "ADD", "COMMENT", "SECURITY",
    ]
}
