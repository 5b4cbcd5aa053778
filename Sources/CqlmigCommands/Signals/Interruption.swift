import Synchronization

/// The signals that ask the program to stop, as the program sees them. The first one is a request; a second one is for
/// whoever catches the signals to obey at once.
final class Interruption: Sendable {
    private let first = Atomic<Int32>(0)
    private let stream: AsyncStream<Int32>
    private let continuation: AsyncStream<Int32>.Continuation

    /// No signal came yet.
    init() {
        (stream, continuation) = AsyncStream.makeStream(of: Int32.self, bufferingPolicy: .bufferingOldest(1))
    }

    /// The number of the first signal; nil as long as none came.
    var signal: Int32? {
        let number = first.load(ordering: .acquiring)
        return number == 0 ? nil : number
    }

    /// Notes a signal. Called on any thread.
    ///
    /// - Returns: Whether it is the first one.
    func raise(_ signal: Int32) -> Bool {
        let (isFirst, _) = first.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
        if isFirst { continuation.yield(signal) }
        return isFirst
    }

    /// Returns when a signal has come, or when the task is cancelled. Called once.
    func wait() async {
        for await _ in stream { return }
    }
}
