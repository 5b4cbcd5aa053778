/// What a role may do, as the server lists it.
struct RolePermissions: Sendable {
    /// What rows are read and written with.
    static let data = ["SELECT", "MODIFY"]

    let role: String
    let isSuperuser: Bool
    /// Those of the role and of the roles that it was granted, as `grant(_:on:)` writes them.
    let grants: Set<String>

    /// A permission (`CREATE`, `SELECT` and so on) on a resource in the words of the server: `<all keyspaces>`,
    /// `<keyspace shop>`, `<table shop.users>`.
    static func grant(_ permission: String, on resource: String) -> String { "\(permission) on \(resource)" }

    /// Those of `permissions` that the role lacks on a keyspace.
    ///
    /// - Parameter tables: Tables of it that are enough where the permission is for data.
    func lacking(_ permissions: [String], on keyspace: String, orOnAllOf tables: [String] = []) -> [String] {
        guard !isSuperuser else { return [] }
        return permissions.filter { permission in
            let has = { grants.contains(Self.grant(permission, on: $0)) }
            if has("<all keyspaces>") || has("<keyspace \(keyspace)>") { return false }
            // Since 4.1; for a schema it is not enough, as types are not tables.
            if Self.data.contains(permission), has("<all tables in \(keyspace)>") { return false }
            return tables.isEmpty || !tables.allSatisfy { has("<table \(keyspace).\($0)>") }
        }
    }
}
