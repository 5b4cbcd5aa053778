/// What a role may do, as the server lists it.
struct RolePermissions: Sendable {
    /// A permission, of the role itself or of one that it was granted.
    struct Grant: Hashable, Sendable {
        /// In the words of the server: `<all keyspaces>`, `<keyspace shop>`, `<table shop.users>`.
        let resource: String
        /// `CREATE`, `SELECT` and so on.
        let permission: String
    }

    /// What rows are read and written with.
    static let data = ["SELECT", "MODIFY"]

    let role: String
    let isSuperuser: Bool
    let grants: Set<Grant>

    /// Those of `permissions` that the role lacks on a keyspace.
    ///
    /// - Parameter tables: Tables of it that are enough where the permission is for data.
    func lacking(_ permissions: [String], on keyspace: String, orOnAllOf tables: [String] = []) -> [String] {
        guard !isSuperuser else { return [] }
        return permissions.filter { permission in
            let has = { grants.contains(Grant(resource: $0, permission: permission)) }
            if has("<all keyspaces>") || has("<keyspace \(keyspace)>") { return false }
            // Since 4.1; for a schema it is not enough, as types are not tables.
            if Self.data.contains(permission), has("<all tables in \(keyspace)>") { return false }
            return tables.isEmpty || !tables.allSatisfy { has("<table \(keyspace).\($0)>") }
        }
    }
}
