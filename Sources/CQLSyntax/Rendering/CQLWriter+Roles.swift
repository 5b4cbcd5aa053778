/// Roles, users and identities.
extension CQLWriter {
    /// Writes the name of a role: in single quotes where it is no bare word.
    mutating func write(_ name: RoleName) {
        if CQLIdentifier.isBare(name.text) { write(name.text) } else { writeString(name.text) }
    }

    /// Writes the name of a user or an identity, which before 6.0 cannot be called like a word of the grammar.
    private mutating func writeUser(_ name: RoleName) {
        if Keyword(word: name.text) == nil { write(name) } else { writeString(name.text) }
    }

    mutating func write(_ role: CreateRole) {
        guard let name = role.name else {
            write("CREATE GENERATED ROLE")
            write(role.options)
            return
        }
        write(role.ifNotExists ? "CREATE ROLE IF NOT EXISTS " : "CREATE ROLE ")
        write(name)
        write(role.options)
    }

    mutating func write(_ role: AlterRole) {
        write(role.ifExists ? "ALTER ROLE IF EXISTS " : "ALTER ROLE ")
        write(role.name)
        write(role.options)
    }

    mutating func write(_ role: DropRole, _ kind: String) {
        write("DROP \(kind) ")
        if role.ifExists { write("IF EXISTS ") }
        if kind == "ROLE" { write(role.name) } else { writeUser(role.name) }
    }

    private mutating func write(_ options: [RoleOption]) {
        guard !options.isEmpty else { return }
        write(" WITH ")
        writeJoined(options, by: " AND ") { $0.write($1) }
    }

    private mutating func write(_ option: RoleOption) {
        switch option {
        case .password(let password):
            write("PASSWORD = ")
            writeString(password)
        case .hashedPassword(let hash):
            write("HASHED PASSWORD = ")
            writeString(hash)
        case .generatedPassword: write("GENERATED PASSWORD")
        case .options(let entries):
            write("OPTIONS = ")
            write(Property.Value.map(entries))
        case .superuser(let isSuperuser): write("SUPERUSER = \(isSuperuser)")
        case .login(let mayLogIn): write("LOGIN = \(mayLogIn)")
        case .datacenters(let names): writeAccess("TO", "DATACENTERS", names)
        case .cidrs(let names): writeAccess("FROM", "CIDRS", names)
        }
    }

    private mutating func writeAccess(_ preposition: String, _ kind: String, _ names: [String]?) {
        guard let names else {
            write("ACCESS \(preposition) ALL \(kind)")
            return
        }
        write("ACCESS \(preposition) \(kind) ")
        writeBracketed("{", names, "}") { $0.writeString($1) }
    }

    mutating func write(_ user: UserStatement, isNew: Bool) {
        write(isNew ? "CREATE USER " : "ALTER USER ")
        if user.isGuarded { write(isNew ? "IF NOT EXISTS " : "IF EXISTS ") }
        writeUser(user.name)
        switch user.password {
        case .plain(let password)?:
            write(" WITH PASSWORD ")
            writeString(password)
        case .hashed(let hash)?:
            write(" WITH HASHED PASSWORD ")
            writeString(hash)
        case .generated?: write(" WITH GENERATED PASSWORD")
        case nil: break
        }
        if let isSuperuser = user.isSuperuser { write(isSuperuser ? " SUPERUSER" : " NOSUPERUSER") }
    }

    mutating func write(_ identity: AddIdentity) {
        write(identity.ifNotExists ? "ADD IDENTITY IF NOT EXISTS " : "ADD IDENTITY ")
        writeUser(identity.identity)
        write(" TO ROLE ")
        writeUser(identity.role)
    }
}
