import CQLNode
import CQLSyntax
import Faults
import Glibc

/// Runs every trial of the scenarios and prints what was not kept: `cqlmig-faults [PART OF [RELEASE…]]`.
///
/// `cqlmig-faults SCENARIO REACTION NUMBER [RELEASE]` runs one and tells its story: the scenario as 0, 1 or 2, the text of
/// a reaction as in `cqlmig sandbox --fault` and the number of a request, or `kill` and the number of a delivery.
@main struct FaultsCommand {
    private static func scenarios(on release: CassandraRelease) -> [Scenario] {
        [.counting(on: release), .small(on: release), .large(on: release)]
    }

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let release = words.count == 4 ? CassandraRelease(rawValue: words[3]) : .v50
        if words.count >= 3, let release, let index = Int(words[0]), (0..<3).contains(index), Int(words[1]) == nil,
            let at = Int(words[2])
        {
            let point: Disturbance =
                switch words[1] {
                case "kill": .kill(delivery: at)
                case "kill-node": .killNode(delivery: at)
                default: .request(at, try Fault(words[1]).reaction)
                }
            return try Story(scenarios(on: release)[index]).tell(point)
        }
        let numbers = words.prefix(2).compactMap { Int($0) }
        var command = numbers.count == 2 ? FaultsCommand(part: numbers[0], of: numbers[1]) : FaultsCommand()
        let releases = words.dropFirst(2).compactMap { CassandraRelease(rawValue: $0) }
        for scenario in (releases.isEmpty ? [.v50] : releases).flatMap({ scenarios(on: $0) }) {
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
        fflush(nil)
    }
}
