/// What CREATE, ALTER and DROP name.
extension StatementReader {
    mutating func readCreate() -> StatementSummary {
        if cursor.skip(.or, .replace) {
            return readDefinition(.create, modifier: .orReplace)
        }
        if cursor.skip(.custom) { return readDefinition(.create, modifier: .custom) }
        // 6.0's CREATE GENERATED ROLE names no role: the server makes the name up.
        if cursor.skip(.generated) { return readDefinition(.create, modifier: .generated) }
        return readDefinition(.create)
    }

    /// Reads what stands behind the verb and the words between it and the kind of object.
    mutating func readDefinition(_ verb: DefinitionVerb, modifier: DefinitionModifier? = nil) -> StatementSummary {
        guard let kind = cursor.objectKind, modifier?.kinds.contains(kind) ?? verb.isKnown(for: kind) else {
            return reportUnknownObject(behind: verb, modifier, among: modifier?.kinds ?? verb.kinds)
        }
        cursor.skip(kind)
        let phrase = verb.phrase(kind)
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
            orReplace: modifier == .orReplace,
            isCustom: modifier == .custom
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
        _ modifier: DefinitionModifier?,
        among kinds: [ObjectKind]
    ) -> StatementSummary {
        let lead = ([verb.rawValue] + (modifier.map { [$0.rawValue] } ?? [])).joined(separator: " ")
        let message: String
        if let kind = cursor.objectKind {
            message = "\(lead) \(kind.phrase) is no statement of any release."
        } else if let token = cursor.token {
            message = "\(lead) cannot go on with \(cursor.source.excerpt(of: token))."
        } else {
            message = "\(lead) does not say what; it goes on with \(kinds.map(\.phrase).joined(separator: ", "))."
        }
        // The second word of MATERIALIZED VIEW is what people write alone.
        let candidates = kinds.flatMap { $0 == .materializedView ? ["MATERIALIZED VIEW", "VIEW"] : [$0.phrase] }
        reportUnknown(message, among: candidates) { $0 == "VIEW" ? "MATERIALIZED VIEW" : $0 }
        return StatementSummary(kind: .unknown, verb: verb.rawValue)
    }
}
