/// What CREATE, ALTER and DROP name.
extension StatementReader {
    mutating func readCreate() -> StatementSummary {
        if cursor.skip(.or, .replace) {
            return readDefinition("CREATE", only: [.function, .aggregate], orReplace: true)
        }
        if cursor.keyword == .custom, cursor.nextKeyword == .index {
            cursor.advance()
            return readDefinition("CREATE", isCustom: true)
        }
        // 6.0's CREATE GENERATED ROLE names no role: the server makes the name up.
        if cursor.keyword == .generated, cursor.nextKeyword == .role { cursor.advance() }
        return readDefinition("CREATE")
    }

    mutating func readDefinition(
        _ verb: String,
        only allowed: Set<ObjectKind>? = nil,
        orReplace: Bool = false,
        isCustom: Bool = false
    ) -> StatementSummary {
        var ahead = cursor
        let spelling = Self.spellings.first { $0.isSpelled(&ahead) }
        let verbs = spelling.map(\.verbs) ?? []
        guard let spelling, verbs.contains(verb), allowed?.contains(spelling.kind) ?? true else {
            return reportUnknownObject(behind: verb, known: spelling, allowed: allowed)
        }
        cursor = ahead
        let phrase = "\(verb) \(spelling.phrase)"
        if spelling.kind == .identity { return readIdentity(phrase) }
        let ifNotExists = verb == "CREATE" && cursor.skip(.if, .not, .exists)
        let ifExists = verb != "CREATE" && cursor.skip(.if, .exists)
        var object = readName()
        let owner = readOwner(of: spelling.kind, verb: verb)
        if let owner, spelling.kind != .materializedView, let named = object {
            // An index and a trigger live where their table does.
            object = ObjectName(keyspace: owner.keyspace, name: named.name)
        }
        return StatementSummary(
            kind: spelling.kind == .role || spelling.kind == .user ? .accessControl : .schemaDefinition,
            verb: phrase,
            objectKind: spelling.kind,
            object: object,
            owner: owner,
            ifExists: ifExists,
            ifNotExists: ifNotExists,
            orReplace: orReplace,
            isCustom: isCustom
        )
    }

    /// The table that an index or a trigger is made on, or that a view reads.
    private mutating func readOwner(of kind: ObjectKind, verb: String) -> ObjectName? {
        switch kind {
        case .index where verb == "CREATE", .trigger:
            return cursor.skip(.on) ? readName() : nil
        case .materializedView where verb == "CREATE":
            guard cursor.find(.from) else { return nil }
            cursor.advance()
            return readName()
        default:
            return nil
        }
    }

    mutating func readIdentity(_ verb: String) -> StatementSummary {
        let ifNotExists = cursor.skip(.if, .not, .exists)
        let ifExists = cursor.skip(.if, .exists)
        return StatementSummary(
            kind: .accessControl,
            verb: verb,
            objectKind: .identity,
            object: readName(),
            ifExists: ifExists,
            ifNotExists: ifNotExists
        )
    }

    private mutating func reportUnknownObject(
        behind verb: String,
        known: ObjectSpelling?,
        allowed: Set<ObjectKind>?
    ) -> StatementSummary {
        let candidates = Self.spellings.filter { $0.verbs.contains(verb) && allowed?.contains($0.kind) ?? true }
        let words = candidates.map { String($0.phrase.prefix { $0 != " " }) }
        let said: String
        if let known {
            said = "\(verb) \(known.phrase) is no statement of any release."
        } else if let token = cursor.token {
            said = "\(verb) cannot be followed by `\(cursor.source.text(in: token.range).firstLine)`."
        } else {
            said = "\(verb) must say what: \(verb) \(candidates.first?.phrase ?? "") and so on."
        }
        reportUnknown(said, among: words + ["CUSTOM", "COLUMNFAMILY"].filter { _ in verb == "CREATE" })
        return StatementSummary(kind: .unknown, verb: verb)
    }
}
