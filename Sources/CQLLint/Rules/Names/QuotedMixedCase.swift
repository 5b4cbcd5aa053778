import CQLSyntax

extension LintRule {
    /// `quoted-mixed-case`
    static let quotedMixedCase = LintRule(
        "quoted-mixed-case", .warning,
        "A new name has capital letters.",
        explanation: """
            Without quotes every name becomes lower case, so this one has to be quoted in every query and in every \
            tool, and whoever forgets it gets told that there is no such object.
            """,
        recipe: "Write it in lower case, with `_` between the words.",
        example: "CREATE TABLE IF NOT EXISTS users (\"userId\" uuid PRIMARY KEY);",
        check: .statement(StatementForms.all.subtracting(.dropTable)) { statement in
            // Names without quotes are lower case already.
            guard !statement.isUndo, statement.hasQuotedNames else { return [] }
            var remarks: [Remark] = []
            func look(_ name: Name) {
                guard name.text.utf8.contains(where: { 0x41...0x5A ~= $0 }), !name.text.contains("${") else { return }
                remarks.append(
                    Remark(name.span.range, "`\(name)` has capital letters and needs its quotes in every query."))
            }
            switch statement.tree {
            case .createTable(let create):
                look(create.name.name)
                for column in create.columns { look(column.name) }
            case .alterTable(let alter):
                switch alter.change {
                case .add(let columns, _): for column in columns { look(column.name) }
                case .rename(let renames, _): for rename in renames { look(rename.to) }
                default: break
                }
            case .createType(let create):
                look(create.name.name)
                for field in create.fields { look(field.name) }
            case .alterType(let alter):
                switch alter.change {
                case .add(let field, _): look(field.name)
                case .rename(let renames, _): for rename in renames { look(rename.to) }
                case .alter: break
                }
            case .createIndex(let create): if let name = create.name { look(name) }
            case .createView(let create): look(create.name.name)
            case .createFunction(let create): look(create.name.name)
            case .createAggregate(let create): look(create.name.name)
            case .createKeyspace(let create): look(create.name)
            default: break
            }
            return remarks
        }
    )
}
