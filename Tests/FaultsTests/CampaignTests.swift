import Faults
import Testing

/// A part of the trials of `make faults`, which takes all of them.
@Suite struct CampaignTests {
    /// Every so many points are taken; which, changes with the day the number of points changes, and is printed.
    private static let step = 397

    @Test("after any disturbance the next runs bring it to its end, and nothing was said that is not true")
    func disturbances() throws {
        for scenario in [Scenario.large(), .small()] {
            let campaign = try Campaign(scenario)
            let all = campaign.disturbances
            let first = all.count % Self.step
            let taken = stride(from: first, to: all.count, by: Self.step).map { all[$0] }
            for disturbance in taken {
                #expect(try campaign.violations(of: disturbance) == [], "\(disturbance)")
            }
            print("\(scenario.name): \(taken.count) of \(all.count) points, every \(Self.step)th from \(first)")
        }
    }

    @Test("a runner that is stopped for longer than its lock lasts sends nothing when it goes on")
    func overtaking() throws {
        let campaign = try Campaign(.small())
        let overtaking = Overtaking(campaign)
        let taken = stride(from: overtaking.points.lowerBound, to: overtaking.points.upperBound, by: 50)
        for point in taken {
            #expect(try overtaking.violations(pausedBefore: point, for: Overtaking.pauses[0]) == [], "before \(point)")
        }
    }

    @Test("an undisturbed run is the same each time, frame by frame")
    func determinism() throws {
        let one = try Campaign(.small())
        let other = try Campaign(.small())
        #expect(one.requests == other.requests)
        #expect(one.deliveries == other.deliveries)
    }
}
