/// Which statement it is.
extension Parser {
    /// Reads the statement of these tokens and makes sure that nothing follows it but `;`.
    mutating func statement(of tokens: Range<Int>) throws(SyntaxError) -> StatementTree {
        begin(tokens)
        let tree = try tree()
        while skip(.semicolon) {}
        guard kind == nil else { throw unexpected("the end of the statement") }
        return tree
    }

    private mutating func tree() throws(SyntaxError) -> StatementTree {
        let start = range
        let verb = keyword
        guard let verb, kind == .identifier else { throw noStatement() }
        advance()
        switch verb {
        case .create: return try create()
        case .alter: return try alter()
        case .drop: return try drop(from: start)
        case .insert: return .insert(try insert())
        case .update: return .update(try update())
        case .delete: return .delete(try delete())
        case .select: return .select(try select())
        case .begin:
            if keyword == .transaction { return .transaction(try transaction(from: start)) }
            return .batch(try batch())
        case .truncate: return .truncate(try truncate())
        case .use: return .use(try use())
        case .describe, .desc: return .describe(try describe(from: start))
        case .grant: return try grant()
        case .revoke: return try revoke()
        case .list: return .list(try list())
        case .add where keyword == .identity: return .addIdentity(try addIdentity(from: start))
        case .comment where keyword == .on: return .annotate(try comment(from: start))
        case .security where keyword == .label: return .annotate(try securityLabel(from: start))
        default: throw noStatement(at: start)
        }
    }

    private func noStatement(at range: Range<Int>? = nil) -> SyntaxError {
        guard let token = range.map({ Token(.identifier, $0) }) ?? kind.map({ Token($0, self.range) }) else {
            return failure("There is no statement here.")
        }
        let near =
            token.kind == .identifier
            ? EditDistance.nearest(to: source.text(in: token.range), among: Self.verbs) : nil
        return failure(
            "No statement begins with \(source.excerpt(of: token)).",
            at: token.range,
            hint: near.map { "Did you mean `\($0)`?" }
        )
    }

    private mutating func create() throws(SyntaxError) -> StatementTree {
        let isCustom = keyword == .custom
        if isCustom {
            advance()
            guard keyword == .index else { throw missing(.index) }
        }
        let orReplace = skip(.or, .replace)
        if orReplace, keyword != .function, keyword != .aggregate {
            throw unexpected(among: ["FUNCTION", "AGGREGATE"])
        }
        let word = keyword
        switch word {
        case .keyspace, .schema:
            try refuseSchema()
            advance()
            return .createKeyspace(try createKeyspace())
        case .table, .columnfamily:
            advance()
            return try createTable()
        case .type:
            advance()
            return .createType(try createType())
        case .index:
            advance()
            return .createIndex(try createIndex(isCustom: isCustom))
        case .materialized:
            try advanceToView()
            return .createView(try createView())
        case .function:
            advance()
            return .createFunction(try createFunction(orReplace: orReplace))
        case .aggregate:
            advance()
            return .createAggregate(try createAggregate(orReplace: orReplace))
        case .trigger:
            advance()
            return .createTrigger(try createTrigger())
        case .role:
            advance()
            return .createRole(try createRole())
        case .user:
            advance()
            return .createUser(try createUser())
        case .generated where nextKeyword == .role:
            try require(.v60, "`CREATE GENERATED ROLE`", at: range)
            advance()
            advance()
            return .createRole(try createGeneratedRole())
        default:
            throw unknownSubcommand(
                of: "CREATE",
                among: [
                    "KEYSPACE", "TABLE", "TYPE", "INDEX", "CUSTOM INDEX", "MATERIALIZED VIEW", "FUNCTION", "AGGREGATE",
                    "TRIGGER", "ROLE", "USER",
                ]
            )
        }
    }

    private mutating func alter() throws(SyntaxError) -> StatementTree {
        let word = keyword
        switch word {
        case .keyspace, .schema:
            try refuseSchema()
            advance()
            return .alterKeyspace(try alterKeyspace())
        case .table, .columnfamily:
            advance()
            return .alterTable(try alterTable())
        case .type:
            advance()
            return .alterType(try alterType())
        case .materialized:
            try advanceToView()
            return .alterView(try alterView())
        case .role:
            advance()
            return .alterRole(try alterRole())
        case .user:
            advance()
            return .alterUser(try alterUser())
        default:
            throw unknownSubcommand(
                of: "ALTER",
                among: ["KEYSPACE", "TABLE", "TYPE", "MATERIALIZED VIEW", "ROLE", "USER"]
            )
        }
    }

    private mutating func drop(from start: Range<Int>) throws(SyntaxError) -> StatementTree {
        let word = keyword
        switch word {
        case .keyspace, .schema:
            try refuseSchema()
            advance()
            return .dropKeyspace(try dropKeyspace())
        case .table, .columnfamily:
            advance()
            return .dropTable(try dropObject("the name of a table"))
        case .type:
            advance()
            return .dropType(try dropType())
        case .index:
            advance()
            return .dropIndex(try dropObject("the name of an index"))
        case .materialized:
            try advanceToView()
            return .dropView(try dropObject("the name of a view"))
        case .function:
            advance()
            return .dropFunction(try dropFunction("the name of a function"))
        case .aggregate:
            advance()
            return .dropAggregate(try dropFunction("the name of an aggregate"))
        case .trigger:
            advance()
            return .dropTrigger(try dropTrigger())
        case .role:
            advance()
            return .dropRole(try dropRole())
        case .user:
            advance()
            return .dropUser(try dropUser())
        case .identity: return .dropIdentity(try dropIdentity(from: start))
        default:
            throw unknownSubcommand(
                of: "DROP",
                among: [
                    "KEYSPACE", "TABLE", "TYPE", "INDEX", "MATERIALIZED VIEW", "FUNCTION", "AGGREGATE", "TRIGGER",
                    "ROLE", "USER", "IDENTITY",
                ]
            )
        }
    }

    /// Steps over MATERIALIZED VIEW.
    private mutating func advanceToView() throws(SyntaxError) {
        advance()
        try expect(.view)
    }

    /// `SCHEMA` was another word for `KEYSPACE` until DESCRIBE took it.
    private func refuseSchema() throws(SyntaxError) {
        guard keyword == .schema, let release, release > .v311 else { return }
        throw failure(
            "Cassandra \(release.rawValue) no longer reads `SCHEMA` for `KEYSPACE`.",
            hint: "Write `KEYSPACE`."
        )
    }

    private static let verbs = [
        "CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "SELECT", "TRUNCATE", "BEGIN", "GRANT", "REVOKE",
        "USE", "DESCRIBE", "LIST",
    ]
}
