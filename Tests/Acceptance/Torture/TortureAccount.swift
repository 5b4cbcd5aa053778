/// What a torture has done and found.
struct TortureAccount {
    private(set) var rounds = 0
    var scripts = 0
    var violations = 0
    private(set) var claims: [TortureChecker.Claim] = []
    private var runners = 0
    private var killed = 0
    private var stopped = 0
    private var terminated = 0
    private var nodesDisturbed = 0

    mutating func add(_ plan: TorturePlan) {
        rounds += 1
        nodesDisturbed += plan.disturbances.count
        runners += plan.runners.count
        for runner in plan.runners {
            switch runner.fate {
            case .ends: break
            case .killed: killed += 1
            case .stopped: stopped += 1
            case .terminated: terminated += 1
            }
        }
    }

    mutating func add(_ ends: [TortureEnd]) { claims += ends.flatMap(\.claims) }
}

extension TortureAccount: CustomStringConvertible {
    var description: String {
        "\(rounds) rounds, \(scripts) scripts, \(runners) runners, of which \(killed) were killed, \(stopped) stopped and "
            + "\(terminated) terminated, \(nodesDisturbed) nodes disturbed, \(violations) violations"
    }
}
