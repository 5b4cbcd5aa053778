import CQLSyntax
import Testing

/// Roles, users, identities, comments and labels.
@Suite struct AccessControlTests {
    static let roles: [TreeVector] = [
        TreeVector(
            "CREATE ROLE IF NOT EXISTS 'r s' WITH PASSWORD = 'p''q' AND LOGIN = TRUE AND SUPERUSER = false"
                + " AND OPTIONS = {'a': 'b'} AND ACCESS TO DATACENTERS {'x', 'y'} AND ACCESS FROM ALL CIDRS",
            .createRole(
                CreateRole(
                    name: RoleName("r s"),
                    ifNotExists: true,
                    options: [
                        .password("p'q"), .login(true), .superuser(false),
                        .options([.init(key: Constant(.string, "a"), value: Constant(.string, "b"))]),
                        .datacenters(["x", "y"]), .cidrs(nil),
                    ]
                ))),
        TreeVector(
            "CREATE GENERATED ROLE WITH GENERATED PASSWORD",
            .createRole(CreateRole(name: nil, options: [.generatedPassword]))
        ),
        TreeVector(
            "ALTER ROLE IF EXISTS \"R\" WITH HASHED PASSWORD = 'h'",
            .alterRole(AlterRole(name: RoleName("R"), ifExists: true, options: [.hashedPassword("h")]))
        ),
        TreeVector("DROP ROLE IF EXISTS r", .dropRole(DropRole(name: RoleName("r"), ifExists: true))),
        TreeVector(
            "CREATE USER IF NOT EXISTS u WITH PASSWORD 'p' SUPERUSER",
            .createUser(
                UserStatement(name: RoleName("u"), isGuarded: true, password: .plain("p"), isSuperuser: true))
        ),
        TreeVector(
            "ALTER USER 'key' NOSUPERUSER",
            .alterUser(UserStatement(name: RoleName("key"), isSuperuser: false))
        ),
        TreeVector("DROP USER u", .dropUser(DropRole(name: RoleName("u")))),
        TreeVector(
            "ADD IDENTITY IF NOT EXISTS 'spiffe://x' TO ROLE r",
            .addIdentity(AddIdentity(identity: RoleName("spiffe://x"), role: RoleName("r"), ifNotExists: true))
        ),
        TreeVector("DROP IDENTITY i", .dropIdentity(DropRole(name: RoleName("i")))),
    ]

    static let permissions: [TreeVector] = [
        TreeVector(
            "GRANT ALL PERMISSIONS ON KEYSPACE k TO 'r s'",
            .grantPermissions(PermissionStatement(nil, on: .keyspace("k"), role: RoleName("r s")))
        ),
        TreeVector(
            "GRANT SELECT PERMISSION, MODIFY ON k.t TO r",
            .grantPermissions(PermissionStatement([.select, .modify], on: .table("k.t"), role: RoleName("r")))
        ),
        TreeVector(
            "REVOKE EXECUTE ON FUNCTION k.f (int) FROM r",
            .revokePermissions(
                PermissionStatement([.execute], on: .function("k.f", [.native(.int)]), role: RoleName("r")))
        ),
        TreeVector(
            "REVOKE ALTER ON ROLE s FROM r",
            .revokePermissions(PermissionStatement([.alter], on: .role(RoleName("s")), role: RoleName("r")))
        ),
        TreeVector(
            "GRANT SELECT ON role TO r",
            .grantPermissions(PermissionStatement([.select], on: .table("role"), role: RoleName("r")))
        ),
        TreeVector(
            "GRANT unmask TO r",
            .grantRole(RoleMembership(role: RoleName("unmask"), member: RoleName("r")))
        ),
        TreeVector("REVOKE 's' FROM r", .revokeRole(RoleMembership(role: RoleName("s"), member: RoleName("r")))),
        TreeVector(
            "LIST SELECT ON ALL TABLES IN KEYSPACE k OF r NORECURSIVE",
            .list(.permissions([.select], on: .allTables(in: "k"), of: RoleName("r"), isRecursive: false))
        ),
        TreeVector("LIST ALL", .list(.permissions(nil, on: nil, of: nil, isRecursive: true))),
        TreeVector("LIST ROLES OF r", .list(.roles(of: RoleName("r"), isRecursive: true))),
        TreeVector("LIST SUPERUSERS", .list(.superusers)),
    ]

    static let annotations: [TreeVector] = [
        TreeVector("COMMENT ON KEYSPACE k IS 'x'", .annotate(Annotation(.comment, on: .keyspace("k"), text: "x"))),
        TreeVector("COMMENT ON TABLE k.t IS NULL", .annotate(Annotation(.comment, on: .table("k.t"), text: nil))),
        TreeVector(
            "SECURITY LABEL FOR p ON COLUMN k.t.\"C\" IS 'x'",
            .annotate(Annotation(.securityLabel(provider: "p"), on: .column("k.t", "C"), text: "x"))
        ),
        TreeVector(
            "SECURITY LABEL ON FIELD ty.f IS 'x'",
            .annotate(Annotation(.securityLabel(provider: nil), on: .field("ty", "f"), text: "x"))
        ),
        TreeVector("COMMENT ON TYPE k.ty IS 'x'", .annotate(Annotation(.comment, on: .type("k.ty"), text: "x"))),
    ]

    @Test("a statement on roles, users and identities gives its tree", arguments: roles)
    func role(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a statement on permissions gives its tree", arguments: permissions)
    func permission(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a permission that a resource does not know is refused")
    func inapplicable() throws {
        let marked = MarkedText("GRANT «EXECUTE» ON t TO r")
        let error = try #require(throws: SyntaxError.self) {
            try StatementTree(parsing: "GRANT EXECUTE ON t TO r")
        }
        #expect(error.diagnostic.message == "There are no such permissions on a resource of this kind.")
        #expect(error.diagnostic.range == marked.ranges.first)
    }

    @Test("a comment or a label gives its tree", arguments: annotations)
    func annotation(_ vector: TreeVector) throws { try vector.verify() }

    @Test("a role has one kind of password, and each option once")
    func exclusions() throws {
        for options in ["PASSWORD = 'p' AND HASHED PASSWORD = 'q'", "LOGIN = true AND LOGIN = true"] {
            let error = try #require(throws: SyntaxError.self) {
                try StatementTree(parsing: "CREATE ROLE r WITH \(options)")
            }
            #expect(error.diagnostic.code == .duplicate)
        }
    }
}
