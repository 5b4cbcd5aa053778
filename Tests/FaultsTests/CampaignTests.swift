import CQLNode
import Faults
import Testing

/// A part of the trials of `make faults`, which takes all of them.
@Suite struct CampaignTests {
    /// Every so many points are taken, which ones is printed. All of them: `make faults`.
    private static let step = 797

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

    /// What was found by all trials together and is mended.
    struct Finding: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let scenario: Scenario
        let fault: String

        static let all = [
            Finding(
                testDescription: "a table that was dropped is not made again because an operator answered for the drop",
                scenario: .small(), fault: "pause 100s when verb 'DROP TABLE'"),
            Finding(
                testDescription: "a table is not dropped again because an operator answered for the one made after it",
                scenario: .small(), fault: "pause 100s when text 'orders (id int PRIMARY KEY,  state'"),
        ]
    }

    @Test("what all trials together have found", arguments: Finding.all)
    func findings(finding: Finding) throws {
        var fault = try Fault(finding.fault)
        fault.times = 1
        #expect(try Campaign(finding.scenario).violations(of: .fault(fault)) == [])
    }

    @Test("a runner that is stopped for longer than its lock lasts sends nothing when it goes on")
    func overtaking() throws {
        let campaign = try Campaign(.small())
        let overtaking = Overtaking(campaign)
        let taken = stride(from: overtaking.points.lowerBound, to: overtaking.points.upperBound, by: 60)
        for point in taken {
            #expect(try overtaking.violations(pausedBefore: point, for: Overtaking.pauses[0]) == [], "before \(point)")
        }
    }

    @Test("a runner that is stopped between its intent and its first statement looks at its lease when it goes on")
    func lastLook() throws {
        let overtaking = Overtaking(try Campaign(.counting()))
        // From the append of the intent to the statement, with the questions about the schema in between.
        for point in 86...98 {
            #expect(try overtaking.violations(pausedBefore: point, for: Overtaking.pauses[2]) == [], "before \(point)")
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
