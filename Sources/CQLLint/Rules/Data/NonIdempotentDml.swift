import CQLSyntax

extension LintRule {
    /// `non-idempotent-dml`
    static let nonIdempotentDml = LintRule(
        "non-idempotent-dml", .warning,
        "A modification does something else when it is run twice.",
        explanation: """
            A write whose answer was lost may have happened. Run again, `now()` and `uuid()` make another row, a \
            counter counts twice, and a list has the element twice. cqlmig does not repeat such a statement by guess: \
            it stops and asks.
            """,
        recipe:
            "Write the value itself; for a list set the whole list, for a counter copy the number outside of migrations.",
        example: "INSERT INTO users (id, name) VALUES (uuid(), 'admin');",
        check: .statement(.writes) { statement in
            let modifications = statement.tree.modifications
            guard !modifications.isEmpty else { return [] }
            return modifications.flatMap { modification -> [Remark] in
                // A condition decides whether a second run does anything.
                guard !modification.isConditional else { return [] }
                var remarks: [Remark] = []
                for term in modification.values + modification.keyTerms {
                    guard let call = term.call(where: isFresh) else { continue }
                    remarks.append(
                        Remark(
                            call.function.name.span.range,
                            "`\(call.function)()` is another value each time: run again, this writes another one."))
                }
                guard case .update(let update) = modification else { return remarks }
                for assignment in update.assignments {
                    switch assignment {
                    case .append(let name, let term), .remove(let name, let term):
                        if assignment.isCount {
                            remarks.append(
                                Remark(name.span.range, "`\(name)` is a counter: run again, this counts twice."))
                        } else if case .append = assignment, case .list = term {
                            remarks.append(
                                Remark(name.span.range, "Run again, `\(name)` has these elements twice."))
                        }
                    case .prepend(let name, .list):
                        remarks.append(Remark(name.span.range, "Run again, `\(name)` has these elements twice."))
                    default: break
                    }
                }
                return remarks
            }
        }
    )

    private static func isFresh(_ call: FunctionCall) -> Bool {
        switch call.function.name.text {
        case "now", "uuid", "currenttimestamp", "currenttimeuuid", "currentdate", "currenttime", "current_timestamp",
            "current_timeuuid", "current_date", "current_time":
            call.arguments.isEmpty
        default: false
        }
    }
}

extension BatchTree.Modification {
    /// The values that its rows are found by.
    var keyTerms: [Term] {
        let relations: [Relation]
        switch self {
        case .insert: return []
        case .update(let statement): relations = statement.relations
        case .delete(let statement): relations = statement.relations
        }
        return relations.compactMap { relation in
            guard case .column(_, .equal, let term) = relation else { return nil }
            return term
        }
    }
}
