/// GRANT, REVOKE and LIST.
extension CQLWriter {
    mutating func write(_ statement: PermissionStatement, _ verb: String, _ preposition: String) {
        write("\(verb) ")
        write(statement.permissions)
        write(" ON ")
        write(statement.resource)
        write(" \(preposition) ")
        write(statement.role)
    }

    mutating func write(_ membership: RoleMembership, _ verb: String, _ preposition: String) {
        write("\(verb) ")
        write(membership.role)
        write(" \(preposition) ")
        write(membership.member)
    }

    mutating func write(_ list: ListStatement) {
        write("LIST ")
        switch list {
        case .users: write("USERS")
        case .superusers: write("SUPERUSERS")
        case .roles(let role, let isRecursive):
            write("ROLES")
            writeScope(role, isRecursive: isRecursive)
        case .permissions(let permissions, let resource, let role, let isRecursive):
            write(permissions)
            if let resource {
                write(" ON ")
                write(resource)
            }
            writeScope(role, isRecursive: isRecursive)
        }
    }

    private mutating func writeScope(_ role: RoleName?, isRecursive: Bool) {
        if let role {
            write(" OF ")
            write(role)
        }
        if !isRecursive { write(" NORECURSIVE") }
    }

    private mutating func write(_ permissions: [Permission]?) {
        guard let permissions else {
            write("ALL PERMISSIONS")
            return
        }
        writeList(permissions) { $0.write($1.rawValue.uppercased()) }
    }

    private mutating func write(_ resource: Resource) {
        switch resource {
        case .allKeyspaces: write("ALL KEYSPACES")
        case .keyspace(let name): write("KEYSPACE \(name)")
        case .allTables(let keyspace): write("ALL TABLES IN KEYSPACE \(keyspace)")
        case .table(let name): write("TABLE \(name)")
        case .allRoles: write("ALL ROLES")
        case .role(let name):
            write("ROLE ")
            write(name)
        case .allFunctions: write("ALL FUNCTIONS")
        case .functions(let keyspace): write("ALL FUNCTIONS IN KEYSPACE \(keyspace)")
        case .function(let name, let types):
            write("FUNCTION ")
            writeFunction(name)
            write(" ")
            writeBracketed("(", types, ")") { $0.write($1) }
        case .allMBeans: write("ALL MBEANS")
        case .mbean(let name):
            write("MBEAN ")
            writeString(name)
        case .mbeans(let pattern):
            write("MBEANS ")
            writeString(pattern)
        }
    }
}
