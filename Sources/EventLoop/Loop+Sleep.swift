/// A wait on the clock of a loop.
private actor Sleeper {
    private let loop: Loop
    private var timer: LoopTimer?
    private var continuation: CheckedContinuation<Result<Bool, SystemError>, Never>?
    private var isOver = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    init(on loop: Loop) { self.loop = loop }

    /// Whether the time has passed; false: the task was cancelled before.
    func sleep(for duration: Duration) async -> Result<Bool, SystemError> {
        await withCheckedContinuation { continuation in
            guard !isOver else { return continuation.resume(returning: .success(false)) }
            self.continuation = continuation
            do throws(SystemError) {
                timer = try LoopTimer(on: loop) { [weak self] in
                    self?.assumeIsolated { $0.end(.success(true)) }
                }
                timer?.start(after: duration)
            } catch {
                end(.failure(error))
            }
        }
    }

    func cancel() { end(.success(false)) }

    private func end(_ result: Result<Bool, SystemError>) {
        isOver = true
        timer = nil
        continuation?.resume(returning: result)
        continuation = nil
    }
}

extension Loop {
    /// Waits on the clock of the loop.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, `SystemError` when there is no timer.
    public func sleep(for duration: Duration) async throws {
        let sleeper = Sleeper(on: self)
        let hasPassed = try await withTaskCancellationHandler {
            try await sleeper.sleep(for: duration).get()
        } onCancel: {
            Task(executorPreference: self) { await sleeper.cancel() }
        }
        guard hasPassed else { throw CancellationError() }
    }
}
