import CQLNode
import Faults
import Glibc

/// Runs every trial of the scenarios and prints what was not kept: `cqlmig-faults [PART OF]`.
///
/// `cqlmig-faults SCENARIO REACTION REQUEST` runs one and tells its story: the number of a scenario, the text of a
/// reaction as in `cqlmig sandbox --fault`, and the number of a request.
@main struct FaultsCommand {
    private static let scenarios = [Scenario.counting, .small(), .large()]

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.count == 3, let scenario = Int(words[0]), scenarios.indices.contains(scenario), let at = Int(words[2])
        {
            return try Story(scenarios[scenario]).tell(
                words[1] == "kill" ? .kill(delivery: at) : .request(at, try Fault(words[1]).reaction))
        }
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        var command = numbers.count == 2 ? FaultsCommand(part: numbers[0], of: numbers[1]) : FaultsCommand()
        for scenario in scenarios {
            let campaign = try Campaign(scenario)
            let overtaking = Overtaking(campaign)
            for pause in Overtaking.pauses {
                command.run("stopped for \(pause), \(scenario.name)", Array(overtaking.points)) {
                    try overtaking.violations(pausedBefore: $0, for: pause)
                }
            }
            command.run("faults, \(scenario.name)", campaign.disturbances) { try campaign.violations(of: $0) }
        }
        if command.hasFailed { exit(1) }
    }

    private var part = 1
    private var of = 1
    private var hasFailed = false

    private mutating func run<Point>(
        _ title: String, _ points: [Point], _ violations: (Point) throws -> [Violation]
    ) {
        let began = ContinuousClock.now
        var count = 0
        for (index, point) in points.enumerated() where index % of == part - 1 {
            count += 1
            do {
                for violation in try violations(point) {
                    hasFailed = true
                    print("\(title), \(point): \(violation)")
                    fflush(nil)
                }
            } catch {
                hasFailed = true
                print("\(title), \(point): \(error)")
            }
        }
        print("\(title): \(count) of \(points.count) points in \(began.duration(to: .now))")
    }
}
