import CQLSyntax

extension SystemTable {
    /// The tables of `system_auth`: they are empty, since the node knows its users from elsewhere.
    static let systemAuth = [
        SystemTable(
            "system_auth", "cidr_groups", since: .v50, id: "9c48af00-13f6-3059-bb0e-8fcabba6eecb",
            partition: ["cidr_group"],
            comment: "cidr groups to cidrs mapping", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    cidr_group text, cidrs frozen<set<frozen<tuple<inet, smallint>>>>
                    """)
            ]),
        SystemTable(
            "system_auth", "cidr_permissions", since: .v50, id: "b8b43d5f-d6c0-331c-8f7d-765ea658f4c4",
            partition: ["role"],
            comment: "user cidr permissions", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    role text, cidr_groups frozen<set<text>>
                    """)
            ]),
        SystemTable(
            "system_auth", "identity_to_role", since: .v50, id: "0bd47a48-d6ba-3c8e-b442-0f6349329bda",
            partition: ["identity"],
            comment: "mtls authorized identities lookup table", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    identity text, role text
                    """)
            ]),
        SystemTable(
            "system_auth", "network_permissions", since: .v40, id: "d46780c2-2f1c-3db9-b4c1-b8d9fbc0cc23",
            partition: ["role"],
            comment: "user network permissions", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    role text, dcs frozen<set<text>>
                    """)
            ]),
        SystemTable(
            "system_auth", "resource_role_permissons_index", id: "5f2fbdad-91f1-3946-bd25-d5da3a5c35ec",
            partition: ["resource"], clustering: ["role"],
            comment: "index of db roles with permissions granted on a resource", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    resource text, role text
                    """)
            ]),
        SystemTable(
            "system_auth", "role_members", id: "0ecdaa87-f8fb-3e60-88d1-74fb36fe5c0d",
            partition: ["role"], clustering: ["member"],
            comment: "role memberships lookup table", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    role text, member text
                    """)
            ]),
        SystemTable(
            "system_auth", "role_permissions", id: "3afbe79f-2194-31a7-add7-f5ab90d8ec9c",
            partition: ["role"], clustering: ["resource"],
            comment: "permissions granted to db roles", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    role text, resource text, permissions set<text>
                    """)
            ]),
        SystemTable(
            "system_auth", "roles", id: "5bc52802-de25-35ed-aeab-188eecebb090",
            partition: ["role"],
            comment: "role definitions", gcGraceSeconds: 7_776_000,
            columns: [
                Columns(
                    """
                    role text, can_login boolean, is_superuser boolean, member_of set<text>, salted_hash text
                    """)
            ]),
    ]
}
