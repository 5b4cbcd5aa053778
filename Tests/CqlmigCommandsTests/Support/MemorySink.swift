import Synchronization

@testable import CqlmigCommands

/// Keeps what is written to it.
final class MemorySink: OutputSink {
    private let written = Mutex("")
    /// What is said of every attempt to write.
    let failure: String?

    init(failure: String? = nil) { self.failure = failure }

    var text: String { written.withLock { $0 } }

    func write(_ text: String) {
        if failure == nil { written.withLock { $0 += text } }
    }
}
