import ScriptedServer
import Simulation
import Testing

/// A test that runs in a world of its own, its servers and clients with it: the clock jumps to whatever comes next, so
/// that a time-out costs nothing and comes when it should, however busy the machine is.
struct VirtualTime: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let world = World()
        defer { world.end() }
        let process = world.process()
        // The world has done all of it when it returns, so the function does not outlive the call.
        let failure = try withoutActuallyEscaping(function) { test in
            try world.run(on: process) {
                await ScriptedWorld.$loop.withValue(process.loop) { () -> (any Error)? in
                    do {
                        try await test()
                        return nil
                    } catch {
                        return error
                    }
                }
            }
        }
        if let failure { throw failure }
    }
}

extension Trait where Self == VirtualTime {
    /// Runs the test in a world of its own.
    static var virtualTime: VirtualTime { VirtualTime() }
}
