import CQLClient

/// Which releases the nodes run.
struct ReleaseCheck {
    let nodes: Fact<[NodeFacts]>

    var findings: [DoctorFinding] {
        guard case .known(let nodes) = nodes else {
            return [DoctorFinding(.releases, .unknown, "the nodes could not be asked: \(nodes.reason ?? "")")]
        }
        var places: [ReleaseVersion?: [String]] = [:]
        for node in nodes { places[node.release, default: []].append(node.place) }
        let all = places.map { ($0.key?.description ?? "unknown", $0.value) }.sorted { $0.0 < $1.0 }
        guard all.count > 1 else {
            let release = all.first?.0 ?? "unknown"
            return [DoctorFinding(.releases, release == "unknown" ? .unknown : .ok, "every node runs \(release)")]
        }
        let seen = all.map { "\($0.0) on \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
        return [
            DoctorFinding(
                .releases, .problem, "the nodes run different releases: \(seen)",
                hint: "finish the upgrade first; until then `migrate` refuses to run without --allow mixed-release")
        ]
    }
}
