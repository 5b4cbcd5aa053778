import Faults

/// Runs every trial of the scenarios and prints what was not kept: `cqlmig-faults [PART OF]`.
@main struct FaultsCommand {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let (part, of) = numbers.count == 2 ? (numbers[0], numbers[1]) : (1, 1)
        var failed = false
        for scenario in [Scenario.large(), .small()] {
            let began = ContinuousClock.now
            let campaign = try Campaign(scenario)
            print("\(scenario.name): \(campaign.requests) requests, \(campaign.deliveries) deliveries, \(campaign.disturbances.count) points, undisturbed in \(began.duration(to: .now))")
            var count = 0
            for (index, disturbance) in campaign.disturbances.enumerated() where index % of == part - 1 {
                count += 1
                do {
                    for violation in try campaign.violations(of: disturbance) {
                        failed = true
                        print("\(disturbance): \(violation)")
                    }
                } catch {
                    failed = true
                    print("\(disturbance): \(error)")
                }
            }
            print("\(scenario.name): \(count) points in \(began.duration(to: .now))")
        }
        if failed { throw Failed() }
    }

    struct Failed: Error {}
}
