import CQLSyntax

extension LintRule {
    /// `plaintext-password`
    static let plaintextPassword = LintRule(
        "plaintext-password", .error,
        "A password stands in a script.",
        explanation: """
            It is in the version control for ever, in every copy of it, and in the audit log of the server. \
            cqlmig masks it in its own log and messages; nobody else does.
            """,
        recipe: """
            Make the role without a password and set it outside of migrations, or take it from a placeholder \
            (`'${name}'`); from 4.1 on `HASHED PASSWORD` takes what `hash_password` has made of it.
            """,
        example: "CREATE ROLE IF NOT EXISTS app WITH PASSWORD = 'secret' AND LOGIN = true;",
        check: .statement(.access) { statement in
            let password: String
            switch statement.tree {
            case .createRole(let role):
                guard let found = plain(role.options) else { return [] }
                password = found
            case .alterRole(let role):
                guard let found = plain(role.options) else { return [] }
                password = found
            case .createUser(let user), .alterUser(let user):
                guard case .plain(let found)? = user.password else { return [] }
                password = found
            default: return []
            }
            guard !password.contains("${") else { return [] }
            let source = statement.statement.source
            let literal = statement.statement.significantTokens.first {
                $0.kind == .stringLiteral && source.value(of: $0) == password
            }
            return [
                Remark(
                    literal?.range ?? statement.range,
                    "The password can be read by everybody who can read the script, now and later.")
            ]
        }
    )

    private static func plain(_ options: [RoleOption]) -> String? {
        for option in options { if case .password(let text) = option { return text } }
        return nil
    }
}
