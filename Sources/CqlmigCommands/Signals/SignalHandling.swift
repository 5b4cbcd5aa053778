import Dispatch
import Glibc

/// Turns SIGINT and SIGTERM into an `Interruption`; a second one ends the process at once.
struct SignalHandling {
    private let sources: [any DispatchSourceSignal]

    /// Catches the signals until the process ends. SIGPIPE is ignored: a closed pipe is an error of `write`.
    init(_ interruption: Interruption) {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "cqlmig.signals")
        sources = [SIGINT, SIGTERM].map { number in
            // What the system would do has to be switched off before the source can see the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if !interruption.raise(number) { _exit(128 + number) }
            }
            source.resume()
            return source
        }
    }
}
