/// What comes of running a statement a second time.
public enum Repetition: Hashable, Sendable {
    /// The same as of running it once.
    case harmless
    /// Something else, or nobody can tell; the clause says why.
    case harmful(String)
}

extension StatementTree {
    /// What comes of running the statement a second time, as far as its text tells.
    ///
    /// Nothing is guessed: a call of a function that is not known to give the same again, and an element of what may be
    /// a list, count as harmful. For statements of the schema it says whether the second answer is no error.
    public var repetition: Repetition {
        switch self {
        case .insert(let insert): insert.repetition
        case .update(let update): update.repetition
        case .delete(let delete): delete.repetition
        case .batch(let batch): batch.repetition
        case .transaction: .harmful("what it reads may be another thing the second time")
        case .truncate, .select, .use, .describe, .list: .harmless
        case .grantPermissions, .revokePermissions, .grantRole, .revokeRole, .alterRole, .alterUser: .harmless
        case .createRole(let statement): .accepted(statement.ifNotExists, "IF NOT EXISTS")
        case .createUser(let statement): .accepted(statement.isGuarded, "IF NOT EXISTS")
        case .dropRole(let statement), .dropUser(let statement), .dropIdentity(let statement):
            .accepted(statement.ifExists, "IF EXISTS")
        case .addIdentity(let statement): .accepted(statement.ifNotExists, "IF NOT EXISTS")
        default: .harmful("what it makes or drops cannot be made or dropped twice")
        }
    }
}

extension Repetition {
    fileprivate static func accepted(_ isAccepted: Bool, _ words: String) -> Self {
        isAccepted ? .harmless : .harmful("without \(words) the second time is an error")
    }
}

extension BatchTree {
    fileprivate var repetition: Repetition {
        if kind == .counter { return .harmful("it adds to counters") }
        for modification in modifications {
            let part =
                switch modification {
                case .insert(let insert): insert.repetition
                case .update(let update): update.repetition
                case .delete(let delete): delete.repetition
                }
            if part != .harmless { return part }
        }
        return TermScan.repetition(using.terms)
    }
}

extension Insert {
    fileprivate var repetition: Repetition {
        if ifNotExists { return .condition }
        switch values {
        case .columns(_, let terms): return TermScan.repetition(terms + using.terms)
        case .json(let term, _): return TermScan.repetition([term] + using.terms)
        }
    }
}

extension Update {
    fileprivate var repetition: Repetition {
        if condition != .none { return .condition }
        var terms = using.terms + relations.flatMap(\.terms)
        for assignment in assignments {
            switch assignment {
            case .set(_, let term), .setField(_, _, let term): terms.append(term)
            // Of a set or a map this takes elements away; of a list all that are equal; of a counter it is a sum.
            case .remove(_, let term):
                guard term.isCollection else { return .harmful("it may subtract from a counter") }
                terms.append(term)
            case .append(_, let term), .prepend(_, let term):
                switch term {
                // `{}` of a set, a map, or an empty one of either.
                case .set, .map: terms.append(term)
                case .list: return .harmful("it adds to a list")
                default: return .harmful("it may add to a list or a counter")
                }
            case .setElement(_, let key, let term): terms += [key, term]
            }
        }
        return TermScan.repetition(terms)
    }
}

extension Delete {
    fileprivate var repetition: Repetition {
        if condition != .none { return .condition }
        var terms = relations.flatMap(\.terms) + (timestamp.map { [$0] } ?? [])
        for item in items {
            guard case .element(_, let key) = item else { continue }
            // The elements of a list move up: the second time takes another one.
            if case .constant(let constant) = key, constant.kind != .integer {
                terms.append(key)
            } else {
                return .harmful("it may delete an element of a list by its place")
            }
        }
        return TermScan.repetition(terms)
    }
}

extension Repetition {
    fileprivate static let condition = Repetition.harmful("its condition may not hold a second time")
}

extension Using {
    fileprivate var terms: [Term] { [timestamp, timeToLive].compactMap { $0 } }
}

extension Term {
    fileprivate var isCollection: Bool {
        switch self {
        case .list, .set, .map: true
        default: false
        }
    }
}

extension Relation {
    fileprivate var terms: [Term] {
        switch self {
        case .column(_, _, let term), .contains(_, let term), .containsKey(_, let term), .notContains(_, let term, _),
            .like(_, let term), .tuple(_, _, let term), .token(_, _, let term), .custom(_, let term):
            [term]
        case .columnBetween(_, let low, let high), .tupleBetween(_, let low, let high),
            .tokenBetween(_, let low, let high):
            [low, high]
        case .element(_, let key, _, let value): [key, value]
        case .columnIn(_, let values), .columnNotIn(_, let values), .tupleIn(_, let values), .tupleNotIn(_, let values):
            if case .terms(let terms) = values { terms } else { [] }
        case .isNotNull: []
        }
    }
}
