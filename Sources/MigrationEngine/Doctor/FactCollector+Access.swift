import CQLClient
import CQLSyntax

/// What the role may do, and what the nodes refuse.
extension FactCollector {
    /// The role that logs in, and its permissions as the server lists them.
    ///
    /// A role may list its own, and the roles that it was granted, without any permission; the tables of `system_auth` it
    /// may not read.
    func access() async -> Access {
        guard let role = session.configuration.cluster.credentials?.username else {
            return Access(
                standing: .anonymous,
                permissions: .unknown(
                    "the cluster lets in whoever connects, and no user is given: nothing is forbidden"))
        }
        let name = CQLIdentifier.quoted(role)
        var standing = Access.Standing.unknown
        do throws(ClientError) {
            var isSuperuser = false
            try await each("LIST ROLES OF \(name)") { row throws(WireError) in
                if try row.boolean("super") == true { isSuperuser = true }
            }
            standing = isSuperuser ? .superuser : .ordinary
            var grants: Set<String> = []
            if !isSuperuser {
                try await each("LIST ALL PERMISSIONS OF \(name)") { row throws(WireError) in
                    guard let resource = try row.text("resource"), let permission = try row.text("permission") else {
                        return
                    }
                    grants.insert(RolePermissions.grant(permission, on: resource))
                }
            }
            let permissions = RolePermissions(role: role, isSuperuser: isSuperuser, grants: grants)
            return Access(standing: standing, permissions: .known(permissions))
        } catch {
            // Who asks for their own roles is refused only where nobody has logged in (`ClientState.ensureNotAnonymous`).
            guard error.serverError?.code == .unauthorized, standing == .unknown else {
                return Access(standing: standing, permissions: .unknown(Self.reason(error, role)))
            }
            return Access(
                standing: .anonymous,
                permissions: .unknown("the cluster asks nobody to log in, so role \(role) is not looked at: \(error)"))
        }
    }

    private func each(_ cql: String, _ body: (Row) throws(WireError) -> Void) async throws(ClientError) {
        try await session.cluster.forEachRow(of: Statement(cql, consistency: .one), body)
    }

    private static func reason(_ error: ClientError, _ role: String) -> String {
        if error.serverError?.message.contains("AllowAllAuthorizer") == true {
            return "authorisation is off (AllowAllAuthorizer): every role may do everything"
        }
        return "the permissions of role \(role) could not be listed: \(error)"
    }

    /// `system_views.settings` of every node that can be asked: guardrails are each node's own.
    func settings() async -> Fact<NodeConfiguration> {
        guard session.cluster.platform.hasGossipView else {
            return .unknown("\(session.cluster.platform) shows no guardrails to its clients")
        }
        let query = Statement("SELECT name, value FROM system_views.settings", consistency: .one, pageSize: 10_000)
        var nodes: [String: [String: String]] = [:]
        var silent: [String] = []
        var reason: String?
        for (id, answer) in await session.cluster.askEveryNode(query) {
            let place = await session.cluster.addresses(of: [id]).first ?? id.description
            do throws(ClientError) {
                nodes[place] = try Self.values(try answer.get())
            } catch {
                silent.append(place)
                reason = reason ?? Self.settingsReason(error, session)
            }
        }
        guard !nodes.isEmpty else { return .unknown(reason ?? "no node answers") }
        return .known(NodeConfiguration(nodes: nodes, silent: silent.sorted()))
    }

    private static func values(_ answer: ResultSet) throws(ClientError) -> [String: String] {
        var values: [String: String] = [:]
        do throws(WireError) {
            for row in answer.rows {
                if let name = try row.text("name"), let value = try row.text("value") { values[name] = value }
            }
        } catch {
            throw ClientError(.unreadable(error))
        }
        return values
    }

    private static func settingsReason(_ error: ClientError, _ session: Session) -> String {
        guard error.serverError?.code == .unauthorized else { return "\(error)" }
        let role = session.configuration.cluster.credentials.map { CQLIdentifier.quoted($0.username) } ?? "the role"
        return "\(error); GRANT SELECT ON KEYSPACE system_views TO \(role) allows it"
    }
}
