import CQLSyntax

/// Where the embedded nodes are.
struct SandboxDocument: CommandDocument {
    let release: CassandraRelease
    let contactPoints: [String]

    var data: JSONValue { ["release": .string(release.rawValue), "contact_points": JSONValue(contactPoints)] }

    func text(on page: Page) -> String { contactPoints.map { "\($0)\n" }.joined() }
}
