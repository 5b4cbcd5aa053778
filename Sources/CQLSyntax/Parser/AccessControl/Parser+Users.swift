/// CREATE, ALTER and DROP USER, ADD and DROP IDENTITY.
extension Parser {
    /// Reads the name of a user or an identity: before 6.0 only words that no grammar knows, or text.
    private mutating func userName(_ expected: String) throws(SyntaxError) -> RoleName {
        switch kind {
        case .stringLiteral?, .dollarString?: return try roleName()
        case .identifier?:
            guard keyword.map({ knows(.v60) || $0.role(in: release) == .identifier }) ?? true else {
                throw unexpected(expected, hint: "Write it in single quotes.")
            }
            return try roleName(expected)
        case .placeholder?: return try roleName(expected)
        default: throw unexpected(expected, hint: kind == .quotedIdentifier ? "Write it in single quotes." : nil)
        }
    }

    /// Reads what follows CREATE USER.
    mutating func createUser() throws(SyntaxError) -> UserStatement {
        let ifNotExists = try ifNotExists()
        return try user(isGuarded: ifNotExists)
    }

    /// Reads what follows ALTER USER.
    mutating func alterUser() throws(SyntaxError) -> UserStatement {
        let ifExists = try ifExists(since: .v41, in: "ALTER USER")
        return try user(isGuarded: ifExists)
    }

    private mutating func user(isGuarded: Bool) throws(SyntaxError) -> UserStatement {
        let name = try userName("the name of a user")
        var password: UserStatement.Password?
        if skip(.with) { password = try userPassword() }
        var isSuperuser: Bool?
        if skip(.superuser) { isSuperuser = true } else if skip(.nosuperuser) { isSuperuser = false }
        return UserStatement(name: name, isGuarded: isGuarded, password: password, isSuperuser: isSuperuser)
    }

    private mutating func userPassword() throws(SyntaxError) -> UserStatement.Password {
        let start = range
        if skip(.password) { return .plain(try string("the password in single quotes").text) }
        if skip(.hashed) {
            try require(.v41, "`HASHED PASSWORD`", at: start)
            try expect(.password)
            return .hashed(try string("the hash in single quotes").text)
        }
        guard skip(.generated) else { throw unexpected(among: ["PASSWORD", "HASHED", "GENERATED"]) }
        try require(.v60, "`GENERATED PASSWORD`", at: start)
        try expect(.password)
        return .generated
    }

    /// Reads what follows DROP USER.
    mutating func dropUser() throws(SyntaxError) -> DropRole {
        let ifExists = try ifExists()
        return DropRole(name: try userName("the name of a user"), ifExists: ifExists)
    }

    /// Reads what follows ADD, which begins at `start`.
    mutating func addIdentity(from start: Range<Int>) throws(SyntaxError) -> AddIdentity {
        try require(.v50, "`ADD IDENTITY`", at: start)
        try expect(.identity)
        let ifNotExists = try ifNotExists()
        let identity = try userName("an identity")
        try expect(.to)
        try expect(.role)
        return AddIdentity(identity: identity, role: try userName("the name of a role"), ifNotExists: ifNotExists)
    }

    /// Reads what follows DROP, which begins at `start`.
    mutating func dropIdentity(from start: Range<Int>) throws(SyntaxError) -> DropRole {
        try require(.v50, "`DROP IDENTITY`", at: start)
        try expect(.identity)
        let ifExists = try ifExists()
        return DropRole(name: try userName("an identity"), ifExists: ifExists)
    }
}
