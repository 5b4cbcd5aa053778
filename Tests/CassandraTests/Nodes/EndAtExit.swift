import Glibc
import Synchronization
import TestProcesses

/// Processes whose end the tests wait for before they exit.
///
/// What holds a cluster stops it by itself when its input ends; this only keeps the tests from being over before.
enum EndAtExit {
    private static let processes = Mutex<[ChildProcess]?>(nil)

    /// Has a process ended at the exit of the tests, if it has not before.
    static func register(_ process: ChildProcess) {
        processes.withLock { processes in
            if processes == nil { atexit { EndAtExit.endAll() } }
            processes = (processes ?? []) + [process]
        }
    }

    private static func endAll() {
        let all = processes.withLock { $0 ?? [] }
        for process in all { process.closeInput() }
        for process in all { process.blockUntilEnd() }
    }
}
