import CQLSyntax

extension LintRule {
    /// `removed-function`
    static let removedFunction = LintRule(
        "removed-function", .error,
        "A statement calls a function that 5.0 no longer has.",
        explanation: """
            `dateOf` and `unixTimestampOf` were deprecated since 2.2 and are gone in 5.0: there the server refuses the \
            statement.
            """,
        recipe: "Write `toTimestamp` and `toUnixTimestamp`, which all releases know.",
        example: "INSERT INTO log (id, at) VALUES (1, dateOf(now()));",
        check: .statement([.select, .writes]) { statement in
            guard statement.release.map({ $0 >= .v50 }) ?? true else { return [] }
            return statement.tree.oldCalls.map {
                Remark(
                    $0.name.span.range, "5.0 and later have no function `\($0)`.",
                    hint: "Write `\(Self.successor(of: $0.name.text))`.")
            }
        }
    )

    /// What took the place of an old function.
    static func successor(of function: String) -> String {
        function == "dateof" ? "toTimestamp" : "toUnixTimestamp"
    }
}

extension StatementTree {
    /// The calls of functions that later releases do not have.
    var oldCalls: [QualifiedName] {
        switch self {
        case .select(let select): return select.items.flatMap { Self.oldCalls(in: $0.selector) }
        case .insert, .update, .delete, .batch:
            return modifications.flatMap { $0.values + $0.keyTerms }.compactMap { term in
                term.call { Self.isOld($0.function) }?.function
            }
        default: return []
        }
    }

    private static func isOld(_ name: QualifiedName) -> Bool {
        name.name.text == "dateof" || name.name.text == "unixtimestampof"
    }

    private static func oldCalls(in selector: Selector) -> [QualifiedName] {
        guard case .call(let name, let arguments) = selector else { return [] }
        return (isOld(name) ? [name] : []) + arguments.flatMap(oldCalls)
    }
}
