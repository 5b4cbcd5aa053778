/// What CREATE, ALTER and DROP name.
extension StatementReader {
    mutating func readCreate() -> StatementSummary {
        if cursor.skip(.or, .replace) {
            return readDefinition(.create, among: [.function, .aggregate], orReplace: true)
        }
        if cursor.skip(.custom) { return readDefinition(.create, among: [.index], isCustom: true) }
        // 6.0's CREATE GENERATED ROLE names no role: the server makes the name up.
        if cursor.skip(.generated) { return readDefinition(.create, among: [.role]) }
        return readDefinition(.create)
    }

    /// Reads what stands behind the verb and the words that go with only some kinds of objects.
    mutating func readDefinition(
        _ verb: DefinitionVerb,
        among allowed: [ObjectKind]? = nil,
        orReplace: Bool = false,
        isCustom: Bool = false
    ) -> StatementSummary {
        let start = cursor
        guard let kind = ObjectKind(at: &cursor), allowed?.contains(kind) ?? verb.applies(to: kind) else {
            cursor = start
            return reportUnknownObject(behind: verb, among: allowed ?? verb.kinds)
        }
        let phrase = "\(verb.rawValue) \(kind.phrase)"
        if kind == .identity { return readIdentity(phrase) }
        let ifNotExists = verb == .create && cursor.skip(.if, .not, .exists)
        let ifExists = verb != .create && cursor.skip(.if, .exists)
        var object = readName()
        let owner = readOwner(of: kind, verb: verb)
        if let owner, kind != .materializedView, let named = object {
            // An index and a trigger live where their table does.
            object = ObjectName(keyspace: owner.keyspace, name: named.name)
        }
        return StatementSummary(
            kind: kind == .role || kind == .user ? .accessControl : .schemaDefinition,
            verb: phrase,
            objectKind: kind,
            object: object,
            owner: owner,
            ifExists: ifExists,
            ifNotExists: ifNotExists,
            orReplace: orReplace,
            isCustom: isCustom
        )
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

    /// The table that an index or a trigger is made on, or that a view reads.
    private mutating func readOwner(of kind: ObjectKind, verb: DefinitionVerb) -> ObjectName? {
        switch kind {
        case .index where verb == .create, .trigger:
            return cursor.skip(.on) ? readName() : nil
        case .materializedView where verb == .create:
            guard cursor.find(.from) else { return nil }
            cursor.advance()
            return readName()
        default:
            return nil
        }
    }

    private mutating func reportUnknownObject(
        behind verb: DefinitionVerb,
        among kinds: [ObjectKind]
    ) -> StatementSummary {
        var ahead = cursor
        let said: String
        if let kind = ObjectKind(at: &ahead) {
            said = "\(verb.rawValue) \(kind.phrase) is no statement of any release, or not with the words in front of it."
        } else if let token = cursor.token {
            said = "\(verb.rawValue) cannot go on with `\(cursor.source.text(in: token.range).firstLine)`."
        } else {
            said = "\(verb.rawValue) does not say what: it goes on with one of "
                + kinds.map(\.phrase).joined(separator: ", ") + "."
        }
        let words = kinds.map { String($0.phrase.prefix { $0 != " " }) }
        reportUnknown(said, among: words + (verb == .create ? ["CUSTOM", "COLUMNFAMILY"] : ["COLUMNFAMILY"]))
        return StatementSummary(kind: .unknown, verb: verb.rawValue)
    }
}
