import Faults
import Glibc

/// Runs every trial of the scenarios and prints what was not kept: `cqlmig-faults [PART OF]`.
@main struct FaultsCommand {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        var command = numbers.count == 2 ? FaultsCommand(part: numbers[0], of: numbers[1]) : FaultsCommand()
        for scenario in [Scenario.large(), .small()] {
            let campaign = try Campaign(scenario)
            command.run("faults, \(scenario.name)", campaign.disturbances) { try campaign.violations(of: $0) }
            let overtaking = Overtaking(campaign)
            for pause in Overtaking.pauses {
                command.run("stopped for \(pause), \(scenario.name)", Array(overtaking.points)) {
                    try overtaking.violations(pausedBefore: $0, for: pause)
                }
            }
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
