import CQLSyntax

extension LintRule {
    /// `name-too-long`
    static let nameTooLong = LintRule(
        "name-too-long", .error,
        "A name is longer than the server allows.",
        explanation: """
            Names of keyspaces have at most 48 characters. Names of tables have 48 in 3.11 and 222 from then on, for \
            they become the names of folders: 5.0 and later refuse a longer one, and 4.1 fails as it makes the folder.
            """,
        recipe: "Choose a shorter name.",
        check: .refusal { statement in
            guard statement.longestName > 48 else { return nil }
            return statement.remark(
                ifTextHas: "more than 48 characters", "more than 222 characters", "permissible name length")
        },
        .statement(.createTable) { statement in
            // What 4.0 and 4.1 do not check, and so the schema model does not refuse.
            guard case .createTable(let create) = statement.tree, let release = statement.release,
                release >= .v40, release < .v50, create.name.name.text.utf16.count > 222
            else { return [] }
            return [
                Remark(
                    create.name.name.span.range,
                    "The name has \(create.name.name.text.utf16.count) characters, and no folder of the table can have it."
                )
            ]
        }
    )
}
