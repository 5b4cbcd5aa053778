import Faults
import Testing

/// Tools that break a promise on purpose: the checker has to say so.
@Suite struct PlantedTests {
    @Test("a log that is no fence is found out")
    func noFence() throws {
        let scenario = Scenario.counting()
        let overtaking = Overtaking(try Campaign(scenario))
        var broken: Set<Violation.Promise> = []
        for point in stride(from: 20, to: 70, by: 5) {
            broken.formUnion(
                try overtaking.violations(pausedBefore: point, for: .seconds(12)) {
                    await FencelessRunner(runner: $0, scenario: scenario).run()
                }.map(\.promise))
        }
        #expect(broken.isSuperset(of: [.twoHolders, .sentAfterFence, .ranTwice]), "\(broken)")
    }

    @Test("a plan that was made before the lock was taken is found out")
    func noSecondLook() throws {
        let overtaking = Overtaking(try Campaign(.counting()))
        let violations = try overtaking.violationsOfTwo { await ForgetfulRunner(runner: $0).run() }
        #expect(Set(violations.map(\.promise)).contains(.ranTwice), "\(violations)")
    }

    @Test("the tool itself keeps these promises where the others do not")
    func tool() throws {
        #expect(try Overtaking(try Campaign(.counting())).violationsOfTwo() == [])
    }
}
