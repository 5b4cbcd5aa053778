import Faults
import Foundation
import Testing

/// The built binary is ended by `kill -9`, and the same command is run again.
@Suite struct KillTests {
    /// All points where FAULTS is set (`make faults`), else every so many.
    private static let step = ProcessInfo.processInfo.environment["FAULTS"] == nil ? 31 : 1
    /// More than an undisturbed run writes; those beyond its end are not come to.
    private static let appends = 40

    @Test("after kill -9 at a write to the log or at a statement the same command goes on where it has to")
    func kills() async throws {
        let scenario = Scenario.large()
        let points = [true, false].flatMap { isDone in
            (1...Self.appends).map { KillPoint.append($0, isDone: isDone) }
                + scenario.statements.map { KillPoint.statement($0, isDone: isDone) }
        }
        let taken = stride(from: 0, to: points.count, by: Self.step).map { points[$0] }
        // Four at a time: they wait more than they work.
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    var count = 0
                    for index in stride(from: worker, to: taken.count, by: 4) {
                        guard let violations = try await KillTrial(scenario).violations(killedAt: taken[index]) else {
                            continue
                        }
                        count += 1
                        #expect(violations == [], "killed \(taken[index])")
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        print("killed at \(counts) points, of every \(Self.step)")
        #expect(counts > taken.count / 3)
    }
}
