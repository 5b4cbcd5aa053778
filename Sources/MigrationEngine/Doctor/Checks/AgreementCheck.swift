/// Whether the nodes have one schema.
struct AgreementCheck {
    let versions: Fact<SchemaVersions>

    var findings: [DoctorFinding] {
        switch versions {
        case .unknown(let reason):
            return [DoctorFinding(.schemaAgreement, .unknown, "the nodes could not be asked: \(reason)")]
        case .known(let found):
            let nodes = found.versions.keys.sorted()
            let first = nodes.first.flatMap { found.versions[$0] ?? nil }
            if let version = first, nodes.allSatisfy({ found.versions[$0] == version }) {
                return [
                    DoctorFinding(
                        .schemaAgreement, .ok,
                        nodes.count == 1 ? "one node, with \(version)" : "\(nodes.count) nodes have \(version)")
                ]
            }
            let seen = nodes.map { "\($0) has \((found.versions[$0] ?? nil) ?? "not told")" }.joined(separator: ", ")
            return [
                DoctorFinding(
                    .schemaAgreement, .problem, "the nodes do not agree after \(found.waited.seconds): \(seen)",
                    hint: "a node that was down takes up to a minute to fetch the schema; one that differs for longer "
                        + "needs `nodetool reloadlocalschema`, or a restart")
            ]
        }
    }
}
