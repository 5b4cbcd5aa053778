import CQLClient
import CQLNode
import EventLoop
import Simulation
import Testing

@Suite struct WorldTests {
    @Test("time jumps to whatever comes next")
    func time() throws {
        let world = World()
        defer { world.end() }
        let process = world.process()
        let began = world.now
        let order = try world.run(on: process) { () -> [String] in
            async let long: String = {
                try? await process.loop.sleep(for: .seconds(3600))
                return "long"
            }()
            try? await process.loop.sleep(for: .seconds(60))
            return ["short", await long]
        }
        #expect(order == ["short", "long"])
        #expect(world.now - began == .seconds(3600))
    }

    @Test("a wait that is cancelled ends")
    func cancellation() throws {
        let world = World()
        defer { world.end() }
        let process = world.process()
        let began = world.now
        let ended = try world.run(on: process) { () -> Bool in
            let sleep = Task(executorPreference: process.loop) { try await process.loop.sleep(for: .seconds(9)) }
            try? await process.loop.sleep(for: .seconds(1))
            sleep.cancel()
            return await sleep.result.isFailure
        }
        #expect(ended)
        #expect(world.now - began == .seconds(1))
    }

    @Test("who waits for ever is reported")
    func stuck() {
        let world = World()
        defer { world.end() }
        #expect(throws: WorldStuck.self) {
            try world.run(on: world.process()) { () -> Int in
                let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
                defer { continuation.finish() }
                return await stream.first { _ in true } ?? 0
            }
        }
    }

    @Test("a client and a cluster of three nodes live in one world, and a schema change takes its time there")
    func cluster() throws {
        let world = World()
        defer { world.end() }
        let nodes = world.process()
        let client = world.process()
        let plan = ClusterPlan(nodes: 3, startTime: 1_800_000_000_000_000)
        let server = try world.run(on: nodes) { try? await SandboxServer.start(plan, on: nodes.loop) }
        _ = try #require(server)
        let began = world.now
        let agreed = try world.run(on: client) { () -> String in
            do {
                var settings = ClusterSettings(contactPoints: [ContactPoint(host: "127.0.0.1", port: 9042)])
                settings.loop = client.loop
                let cluster = try await Cluster.connect(settings)
                let up = try await cluster.survey().count
                _ = try await cluster.execute(
                    Statement(
                        "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
                        consistency: .one))
                let result = try await cluster.awaitSchemaAgreement(timeout: .seconds(10))
                await cluster.close()
                guard case .agreed = result else { return "\(result)" }
                return "agreed by \(up)"
            } catch {
                return "\(error)"
            }
        }
        #expect(agreed == "agreed by 3")
        #expect(world.now - began >= plan.schemaDelay)
        #expect(world.now - began < .seconds(1))
    }

    @Test("a process that is stopped goes on where it was, and finds what has come meanwhile")
    func stopping() throws {
        let world = World()
        defer { world.end() }
        let process = world.process()
        let began = world.now
        let woke = Guarded<[Duration]>([])
        world.start(on: process) {
            for _ in 0..<2 {
                try? await process.loop.sleep(for: .seconds(1))
                woke.withLock { $0.append(began.duration(to: world.now)) }
            }
        }
        try world.pass(.milliseconds(500))
        process.pause()
        world.schedule(after: .seconds(10)) { process.resume() }
        try world.pass(.seconds(20))
        // The first wait was over while it was stopped, the second begins when it goes on.
        #expect(woke.withLock { $0 } == [.milliseconds(10_500), .milliseconds(11_500)])
    }

    @Test("work of a process that is killed has no end, and something can happen before any delivery")
    func mortality() throws {
        let world = World()
        let nodes = world.process()
        let client = world.process()
        let server = try world.run(on: nodes) {
            try? await SandboxServer.start(ClusterPlan(startTime: 1_800_000_000_000_000), on: nodes.loop)
        }
        _ = try #require(server)
        world.intervene(before: world.deliveries + 5) { client.kill() }
        let name = try world.runMortal(on: client) { () -> String in
            var settings = ClusterSettings(contactPoints: [ContactPoint(host: "127.0.0.1", port: 9042)])
            settings.loop = client.loop
            return await (try? Cluster.connect(settings))?.name ?? ""
        }
        #expect(name == nil)
        #expect(!client.isAlive)
        world.end()
    }

    @Test("of a world that is ended nothing stays")
    func ending() throws {
        weak var process: SimulatedProcess?
        weak var world: World?
        do {
            let own = World()
            let inhabitant = own.process()
            (world, process) = (own, inhabitant)
            #expect(try own.run(on: inhabitant) { 1 } == 1)
            own.end()
        }
        #expect(world == nil)
        #expect(process == nil)
    }

    @Test("what a killed process does is not done, and its connections are reset")
    func killing() throws {
        let world = World()
        defer { world.end() }
        let nodes = world.process()
        let victim = world.process()
        let server = try world.run(on: nodes) {
            try? await SandboxServer.start(ClusterPlan(startTime: 1_800_000_000_000_000), on: nodes.loop)
        }
        _ = try #require(server)
        let touched = Guarded(false)
        _ = try world.run(on: nodes) {
            Task(executorPreference: victim.loop) {
                try? await victim.loop.sleep(for: .seconds(5))
                touched.withLock { $0 = true }
            }
        }
        try world.pass(.seconds(1))
        victim.kill()
        try world.pass(.seconds(10))
        #expect(!touched.withLock { $0 })
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        switch self {
        case .success: false
        case .failure: true
        }
    }
}
