import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct SignalTests {
    @Test("a signal cancels the task of a run, whose own end is then told", .timeLimit(.minutes(1)))
    func cancellation() async {
        var world = World()
        let interruption = world.interruption
        world.answers.run = Sample.run([
            Sample.keyspace("shop", failure: MigrationError(.interrupted, "interrupted before V002__b.cql"))
        ])
        world.answers.pause = {
            _ = interruption.raise(15)
            // Ends when the task is cancelled, and only then.
            try? await Task.sleep(for: .seconds(3600))
        }
        let ending = await world.run("migrate")
        #expect(ending.status == 143)
        #expect(ending.errors == "error[interrupted]: interrupted before V002__b.cql\n")
    }

    @Test("a run that came to its end in spite of a signal is done", .timeLimit(.minutes(1)))
    func tooLate() async {
        var world = World()
        let interruption = world.interruption
        world.answers.run = Sample.run([Sample.keyspace("shop", skipped: 2)])
        world.answers.pause = { _ = interruption.raise(2) }
        #expect(await world.run("migrate").status == 0)
    }

    @Test(
        "a command that only reads ends at once", .timeLimit(.minutes(1)), arguments: ["status", "pending", "history"])
    func reading(_ command: String) async {
        var world = World()
        let interruption = world.interruption
        world.answers.pause = {
            _ = interruption.raise(2)
            await withCheckedContinuation { (forever: CheckedContinuation<Void, Never>) in
                Task.detached {
                    // Deaf to being cancelled, as a wait for a server that is shielded.
                    for _ in 0..<2 { try? await Task.sleep(for: .seconds(1)) }
                    forever.resume()
                }
            }
        }
        let ending = await world.run(command, "--json")
        #expect(ending.status == 130)
        #expect(ending.output.contains("\"code\": \"interrupted\""))
    }
}
