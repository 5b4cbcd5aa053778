import CQLClient

/// Which releases the nodes run.
struct ReleaseCheck {
    let nodes: Fact<[NodeFacts]>

    var findings: [DoctorFinding] {
        guard case .known(let nodes) = nodes else {
            return [DoctorFinding(.releases, .unknown, "the nodes could not be asked: \(nodes.reason ?? "")")]
        }
        // By what they say, not by how: `6.0-alpha2` is `6.0.0-alpha2` in the tables of its peers.
        var releases: [ReleaseVersion?] = []
        for node in nodes where !releases.contains(node.release) { releases.append(node.release) }
        let seen = releases.map { release in
            let places = nodes.filter { $0.release == release }.map(\.place).joined(separator: ", ")
            return "\(release?.description ?? "unknown") on \(places)"
        }
        guard releases.count > 1 else {
            guard let release = releases.first ?? nil else {
                return [DoctorFinding(.releases, .unknown, "no node tells its release")]
            }
            return [DoctorFinding(.releases, .ok, "every node runs \(release)")]
        }
        return [
            DoctorFinding(
                .releases, .problem, "the nodes run different releases: \(seen.joined(separator: "; "))",
                hint: "finish the upgrade first; until then `migrate` refuses to run without --allow mixed-release")
        ]
    }
}
