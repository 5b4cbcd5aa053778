/// GRANT, REVOKE and LIST.
extension Parser {
    /// Reads what follows GRANT.
    mutating func grant() throws(SyntaxError) -> StatementTree {
        if isRole(before: .to) { return .grantRole(try membership(.to)) }
        return .grantPermissions(try permissionStatement(.to))
    }

    /// Reads what follows REVOKE.
    mutating func revoke() throws(SyntaxError) -> StatementTree {
        if isRole(before: .from) { return .revokeRole(try membership(.from)) }
        return .revokePermissions(try permissionStatement(.from))
    }

    /// Whether a role stands here and not a permission: `ALL` and some permissions may be roles as well.
    private func isRole(before keyword: Keyword) -> Bool {
        guard isName() || kind == .stringLiteral || kind == .dollarString else { return false }
        return nextKeyword == keyword || permission == nil && self.keyword != .all
    }

    private mutating func membership(_ preposition: Keyword) throws(SyntaxError) -> RoleMembership {
        let role = try roleName()
        try expect(preposition)
        return RoleMembership(role: role, member: try roleName())
    }

    private mutating func permissionStatement(_ preposition: Keyword) throws(SyntaxError) -> PermissionStatement {
        let start = range.lowerBound
        let permissions = try permissions()
        let place = start..<position.previousEnd
        try expect(.on)
        let resource = try resource()
        if let permissions, !permissions.contains(where: resource.applicable.contains) {
            throw failure("There are no such permissions on a resource of this kind.", at: place)
        }
        try expect(preposition)
        return PermissionStatement(permissions, on: resource, role: try roleName())
    }

    /// The permission that stands here.
    private var permission: Permission? {
        switch keyword {
        case .create: .create
        case .alter: .alter
        case .drop: .drop
        case .select: .select
        case .modify: .modify
        case .authorize: .authorize
        case .describe: .describe
        case .execute: .execute
        case .unmask where knows(.v50): .unmask
        case .selectMasked where knows(.v50): .selectMasked
        default: nil
        }
    }

    /// Reads `ALL [PERMISSIONS]`, which is nil, or permissions.
    private mutating func permissions() throws(SyntaxError) -> [Permission]? {
        if skip(.all) {
            _ = skip(.permissions)
            return nil
        }
        var permissions: [Permission] = []
        repeat {
            guard let permission else {
                throw unexpected(among: ["ALL"] + Permission.allCases.map { $0.rawValue.uppercased() })
            }
            advance()
            permissions.append(permission)
            _ = skip(.permission)
            if kind == .comma { try require(.v41, "A list of permissions", at: range) }
        } while skip(.comma)
        return permissions
    }

    private mutating func resource() throws(SyntaxError) -> Resource {
        let next = nextKind
        let isFollowed = next == .identifier && ![.to, .from, .of, .norecursive].contains(nextKeyword)
        switch keyword {
        case .all:
            if let resource = try wholeResource() { return resource }
        case .keyspace:
            advance()
            return .keyspace(try name("the name of a keyspace"))
        case .table, .columnfamily: advance()
        case .role where isFollowed || next == .quotedIdentifier || next == .stringLiteral || next == .dollarString:
            advance()
            return .role(try roleName())
        case .function where isFollowed || next == .quotedIdentifier:
            advance()
            return try functionResource()
        case .mbean where next == .stringLiteral || next == .dollarString:
            advance()
            return .mbean(try mbean(isPattern: false))
        case .mbeans where next == .stringLiteral || next == .dollarString:
            advance()
            return .mbeans(try mbean(isPattern: true))
        default: break
        }
        return .table(try qualifiedName("a resource"))
    }

    /// Reads `ALL …`, or nothing where that is the name of a table.
    private mutating func wholeResource() throws(SyntaxError) -> Resource? {
        let word = nextKeyword
        switch word {
        case .keyspaces, .roles, .functions, .mbeans, .tables: break
        default: return nil
        }
        let start = range
        advance()
        advance()
        switch word {
        case .keyspaces: return .allKeyspaces
        case .roles: return .allRoles
        case .mbeans: return .allMBeans
        case .tables:
            try require(.v41, "`ALL TABLES IN KEYSPACE`", at: start)
            try expect(.in)
            try expect(.keyspace)
            return .allTables(in: try name("the name of a keyspace"))
        default:
            guard skip(.in) else { return .allFunctions }
            try expect(.keyspace)
            return .functions(in: try name("the name of a keyspace"))
        }
    }

    private mutating func functionResource() throws(SyntaxError) -> Resource {
        let start = range
        let function = try qualifiedName("the name of a function", .function)
        let types = try argumentTypes()
        guard function.keyspace != nil else {
            throw failure("The function needs its keyspace in front of it here.", at: start)
        }
        return .function(function, types)
    }

    /// Reads a name of JMX, as far as the server's parser looks at it.
    private mutating func mbean(isPattern: Bool) throws(SyntaxError) -> String {
        let name = try string()
        guard name.text.contains(":"), name.text != "*:*" else {
            throw failure("This is no name of an MBean; all of them are `ALL MBEANS`.", at: name.span.range)
        }
        guard !isPattern || name.text.contains("*") || name.text.contains("?") else {
            throw failure("`MBEANS` takes a pattern; one of them is an `MBEAN`.", at: name.span.range)
        }
        return name.text
    }

    /// Reads what follows LIST.
    mutating func list() throws(SyntaxError) -> ListStatement {
        let start = range
        if skip(.roles) { return .roles(of: try listedRole(), isRecursive: !skip(.norecursive)) }
        if skip(.users) { return .users }
        if skip(.superusers) {
            try require(.v60, "`LIST SUPERUSERS`", at: start)
            return .superusers
        }
        guard keyword == .all || permission != nil else {
            throw unknownSubcommand(of: "LIST", among: ["ALL PERMISSIONS", "ROLES", "USERS", "SUPERUSERS"])
        }
        let permissions = try permissions()
        let resource = skip(.on) ? try resource() : nil
        return .permissions(permissions, on: resource, of: try listedRole(), isRecursive: !skip(.norecursive))
    }

    private mutating func listedRole() throws(SyntaxError) -> RoleName? {
        skip(.of) ? try roleName() : nil
    }
}
