/// CREATE, ALTER and DROP ROLE.
extension Parser {
    /// Reads the name of a role.
    mutating func roleName(_ expected: String = "the name of a role") throws(SyntaxError) -> RoleName {
        if kind == .stringLiteral || kind == .dollarString {
            let text = try string()
            return RoleName(text.text, at: text.span)
        }
        let name = try name(expected)
        return RoleName(name.text, at: name.span)
    }

    /// Reads what follows CREATE ROLE.
    mutating func createRole() throws(SyntaxError) -> CreateRole {
        let ifNotExists = try ifNotExists()
        let name = try roleName()
        return CreateRole(name: name, ifNotExists: ifNotExists, options: try roleOptions())
    }

    /// Reads what follows CREATE GENERATED ROLE.
    mutating func createGeneratedRole() throws(SyntaxError) -> CreateRole {
        CreateRole(name: nil, options: try roleOptions())
    }

    /// Reads what follows ALTER ROLE.
    mutating func alterRole() throws(SyntaxError) -> AlterRole {
        let ifExists = try ifExists(since: .v41, in: "ALTER ROLE")
        let name = try roleName()
        return AlterRole(name: name, ifExists: ifExists, options: try roleOptions())
    }

    /// Reads what follows DROP ROLE.
    mutating func dropRole() throws(SyntaxError) -> DropRole {
        let ifExists = try ifExists()
        return DropRole(name: try roleName(), ifExists: ifExists)
    }

    private mutating func roleOptions() throws(SyntaxError) -> [RoleOption] {
        guard skip(.with) else { return [] }
        var options: [RoleOption] = []
        repeat {
            let start = range
            let option = try roleOption()
            guard !options.contains(where: { option.excludes($0) }) else {
                throw duplicate("This option of the role goes with no other one of its kind.", at: start)
            }
            options.append(option)
        } while skip(.and)
        return options
    }

    private mutating func roleOption() throws(SyntaxError) -> RoleOption {
        let start = range
        switch keyword {
        case .password:
            advance()
            try expect(.equal, "`=`")
            return .password(try string("the password in single quotes").text)
        case .hashed:
            try require(.v41, "`HASHED PASSWORD`", at: start)
            advance()
            try expect(.password)
            try expect(.equal, "`=`")
            return .hashedPassword(try string("the hash in single quotes").text)
        case .generated:
            try require(.v60, "`GENERATED PASSWORD`", at: start)
            advance()
            try expect(.password)
            return .generatedPassword
        case .options:
            advance()
            try expect(.equal, "`=`")
            guard kind == .leftBrace else { throw unexpected("`{`") }
            return .options(try propertyMap())
        case .superuser:
            advance()
            return .superuser(try roleFlag())
        case .login:
            advance()
            return .login(try roleFlag())
        case .access:
            try require(.v40, "`ACCESS TO`", at: start)
            advance()
            return try access(from: start)
        default:
            throw unexpected(
                among: ["PASSWORD", "HASHED", "GENERATED", "OPTIONS", "SUPERUSER", "LOGIN", "ACCESS"])
        }
    }

    private mutating func roleFlag() throws(SyntaxError) -> Bool {
        try expect(.equal, "`=`")
        if skip(.true) { return true }
        guard skip(.false) else { throw unexpected(among: ["true", "false"]) }
        return false
    }

    private mutating func access(from start: Range<Int>) throws(SyntaxError) -> RoleOption {
        if skip(.to) {
            if skip(.all) {
                try expect(.datacenters)
                return .datacenters(nil)
            }
            try expect(.datacenters)
            return .datacenters(try strings())
        }
        guard skip(.from) else { throw unexpected(among: ["TO", "FROM"]) }
        try require(.v50, "`ACCESS FROM`", at: start)
        if skip(.all) {
            try expect(.cidrs)
            return .cidrs(nil)
        }
        try expect(.cidrs)
        return .cidrs(try strings())
    }

    private mutating func strings() throws(SyntaxError) -> [String] {
        try expect(.leftBrace, "`{`")
        var strings = [try string().text]
        while skip(.comma) { strings.append(try string().text) }
        try expect(.rightBrace, "`,` or `}`")
        return strings
    }
}

extension RoleOption {
    /// Whether the two cannot both be said of a role: one kind of password, and everything else once, but for access,
    /// which adds up if it is not to everything.
    fileprivate func excludes(_ other: RoleOption) -> Bool {
        switch (self, other) {
        case (.options, .options), (.superuser, .superuser), (.login, .login): true
        case (.password, _), (.hashedPassword, _), (.generatedPassword, _): other.isPassword
        case (.datacenters(let left), .datacenters(let right)), (.cidrs(let left), .cidrs(let right)):
            (left == nil) != (right == nil)
        default: false
        }
    }

    private var isPassword: Bool {
        switch self {
        case .password, .hashedPassword, .generatedPassword: true
        default: false
        }
    }
}
