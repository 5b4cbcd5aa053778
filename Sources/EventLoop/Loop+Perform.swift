/// The actor through which work without an actor of its own reaches the thread of the loop.
private actor LoopRunner {
    private let loop: Loop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    init(_ loop: Loop) { self.loop = loop }

    func run(_ body: @Sendable () -> Void) { body() }
}

extension Loop {
    /// Runs `body` on the thread of the loop, some time after this call.
    public func perform(_ body: @escaping @Sendable () -> Void) {
        let runner = LoopRunner(self)
        Task(executorPreference: self) { await runner.run(body) }
    }
}
