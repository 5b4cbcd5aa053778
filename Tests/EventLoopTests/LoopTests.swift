import EventLoop
import Testing

/// An actor of the loop, as the connections of the client are.
private actor Counter {
    let loop: Loop
    private(set) var count = 0
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    init(_ loop: Loop) { self.loop = loop }

    func add() -> Bool {
        count += 1
        return loop.isCurrent
    }
}

@Suite struct LoopTests {
    @Test("an actor of the loop runs on the loop's thread, whoever calls it")
    func actorsRunOnTheLoop() async throws {
        let counter = Counter(try Loop.shared())
        let places = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<500 { group.addTask { await counter.add() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(places.count == 500)
        #expect(places.allSatisfy { $0 })
        #expect(await counter.count == 500)
        #expect(try !Loop.shared().isCurrent)
    }

    @Test("work without an actor reaches the thread of the loop")
    func performs() async throws {
        let loop = try Loop.shared()
        let onLoop = await withCheckedContinuation { continuation in
            loop.perform { continuation.resume(returning: loop.isCurrent) }
        }
        #expect(onLoop)
    }

    @Test("the text of an address resolves to itself, for both families")
    func resolvesAddresses() async throws {
        let loop = try Loop.shared()
        let v4 = try await loop.addresses(of: "127.0.0.9", port: 9042, timeout: .seconds(30))
        #expect(v4.map(\.description) == ["127.0.0.9:9042"])
        let v6 = try await loop.addresses(of: "::1", port: 1, timeout: .seconds(30))
        #expect(v6.map(\.description) == ["[::1]:1"])
    }

    @Test("a name that cannot be a host is an unknown host")
    func unknownHost() async throws {
        let loop = try Loop.shared()
        await #expect(throws: SystemError.self) {
            _ = try await loop.addresses(of: "no such host", port: 1, timeout: .seconds(30))
        }
    }
}
