/// What happens in one round: who runs, and what becomes of them and of the nodes.
struct TorturePlan: Sendable {
    /// A run of the tool.
    struct Runner: Sendable {
        /// What becomes of its process.
        enum Fate: Hashable, Sendable {
            case ends
            case killed(after: Duration)
            /// SIGSTOP, and SIGCONT after a while that is longer than the time to live of the lock.
            case stopped(after: Duration, for: Duration)
            case terminated(after: Duration)
        }

        let contactPoint: Int
        let start: Duration
        let arguments: [String]
        let fate: Fate
    }

    /// What is done to a node.
    struct Disturbance: Sendable {
        enum Kind: Hashable, Sendable {
            /// Killed, and started again when the round is over.
            case killed
            /// Killed, and started again at once.
            case restarted
            case paused(for: Duration)
        }

        let node: Int
        let start: Duration
        let kind: Kind
    }

    let newScripts: Int
    let runners: [Runner]
    let disturbances: [Disturbance]

    /// How long the lock lives in a torture.
    static let lockTTL = 10

    /// A round by chance.
    init(nodes: Int, _ chance: inout SeededChance) {
        newScripts = Int.random(in: 2...5, using: &chance)
        runners = (0..<Int.random(in: 4...20, using: &chance)).map { _ in Self.runner(nodes: nodes, &chance) }
        var victims = Array(1...nodes).shuffled(using: &chance)
        let count = chance.happens(25) ? 0 : chance.happens(15) ? 2 : 1
        victims.removeLast(max(0, victims.count - count))
        disturbances = victims.map { Self.disturbance(of: $0, &chance) }
    }

    private static func runner(nodes: Int, _ chance: inout SeededChance) -> Runner {
        var arguments = ["migrate", "--json", "--ddl-timeout", "15s", "--agreement-timeout", "60s"]
        if chance.happens(60) { arguments += ["--allow", "node-down"] }
        if chance.happens(30) { arguments += ["--agreement", "script"] }
        let fate: Runner.Fate =
            switch Int.random(in: 0..<10, using: &chance) {
            case 0, 1: .killed(after: chance.time(50...8000))
            case 2:
                .stopped(
                    after: chance.time(50...6000), for: chance.time(1000 * (lockTTL + 2)...1000 * (2 * lockTTL)))
            case 3: .terminated(after: chance.time(50...6000))
            default: .ends
            }
        return Runner(
            contactPoint: Int.random(in: 0..<nodes, using: &chance), start: chance.time(0...3000), arguments: arguments,
            fate: fate)
    }

    private static func disturbance(of node: Int, _ chance: inout SeededChance) -> Disturbance {
        let kind: Disturbance.Kind =
            switch Int.random(in: 0..<10, using: &chance) {
            case 0...2: .killed
            case 3, 4: .restarted
            default: .paused(for: chance.time(1000...30_000))
            }
        return Disturbance(node: node, start: chance.time(200...8000), kind: kind)
    }
}

extension TorturePlan: CustomStringConvertible {
    var description: String {
        let fates = runners.compactMap { runner -> String? in
            switch runner.fate {
            case .ends: nil
            case .killed: "killed"
            case .stopped: "stopped"
            case .terminated: "terminated"
            }
        }
        let nodes = disturbances.map { "node \($0.node) \($0.kind)" }
        return "\(newScripts) scripts, \(runners.count) runners (\(fates.joined(separator: " "))), "
            + (nodes.isEmpty ? "no node disturbed" : nodes.joined(separator: ", "))
    }
}
