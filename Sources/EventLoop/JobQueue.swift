/// The jobs that wait for the loop, and whether it has been told of them.
struct JobQueue: Sendable {
    private var waiting: [UnownedJob] = []
    private var isSignalled = false

    /// Adds a job and says whether the loop must be woken: once for all jobs that come before it looks.
    mutating func append(_ job: UnownedJob) -> Bool {
        waiting.append(job)
        defer { isSignalled = true }
        return !isSignalled
    }

    /// Everything that waits. When there is nothing, the next job wakes the loop again.
    mutating func takeAll() -> [UnownedJob] {
        if waiting.isEmpty { isSignalled = false }
        defer { waiting.removeAll(keepingCapacity: false) }
        return waiting
    }
}
