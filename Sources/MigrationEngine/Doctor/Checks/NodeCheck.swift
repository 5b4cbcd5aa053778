/// Which nodes are up.
struct NodeCheck {
    let nodes: Fact<[NodeFacts]>

    var findings: [DoctorFinding] {
        switch nodes {
        case .unknown(let reason): [DoctorFinding(.nodes, .unknown, "the nodes could not be asked: \(reason)")]
        case .known(let nodes): findings(nodes)
        }
    }

    private func findings(_ nodes: [NodeFacts]) -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        var up: [String] = []
        for node in nodes {
            let place = "\(node.place) (\(node.dataCenter))"
            switch node.state {
            case .up: up.append(place)
            case .down(let reason):
                findings.append(
                    DoctorFinding(
                        .nodes, .problem, "\(place) is down: \(reason)",
                        hint: "start it, or take it out of the cluster; until then `migrate` refuses to run without "
                            + "--allow node-down"))
            case .unreachable(let reason):
                findings.append(
                    DoctorFinding(
                        .nodes, .warning, "\(place) cannot be asked from here: \(reason)",
                        hint: "let this machine connect to every node: what its peers say of it comes late"))
            }
        }
        if findings.isEmpty {
            findings.append(DoctorFinding(.nodes, .ok, "\(up.count) up: \(up.joined(separator: ", "))"))
        }
        return findings
    }
}
