import MigrationEngine

/// Standard error while a command works: progress, warnings as they come, questions.
///
/// One task writes, in the order in which things come in, so that a line never ends up inside another.
final class Console: Sendable {
    private enum Input: Sendable {
        case event(MigrationEvent, at: Duration)
        case tick(at: Duration)
        case question(Question, CheckedContinuation<Bool, Never>)
    }

    private static let tickLength = Duration.milliseconds(500)

    private let continuation: AsyncStream<Input>.Continuation
    private let writer: Task<[Complaint], Never>
    private let ticker: Task<Void, Never>
    private let clock: @Sendable () -> Duration

    /// - Parameters:
    ///   - clock: The time since some moment that stays the same.
    ///   - interruption: Ends questions.
    init(
        _ settings: ConsoleSettings, to sink: any OutputSink, input: any StandardInput,
        interruption: Interruption, clock: @escaping @Sendable () -> Duration
    ) {
        let (stream, continuation) = AsyncStream.makeStream(of: Input.self)
        self.continuation = continuation
        self.clock = clock
        writer = Task {
            var writer = ConsoleWriter(settings, to: sink)
            for await item in stream {
                switch item {
                case .event(let event, let now): writer.take(event, at: now)
                case .tick(let now): writer.tick(at: now)
                case .question(let question, let continuation):
                    writer.show(question)
                    let answer = await input.readLine { interruption.signal != nil }
                    if answer == nil { sink.write("\n") }
                    continuation.resume(returning: Self.isYes(answer))
                }
            }
            return writer.close()
        }
        ticker = Task {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.tickLength) } catch { return }
                continuation.yield(.tick(at: clock()))
            }
        }
    }

    /// Takes the events of the engine.
    var events: MigrationEventHandler {
        { [continuation, clock] event in continuation.yield(.event(event, at: clock())) }
    }

    /// Asks a person; no answer is a no.
    func ask(_ question: Question) async -> Bool {
        await withCheckedContinuation { answer in
            if case .terminated = continuation.yield(.question(question, answer)) { answer.resume(returning: false) }
        }
    }

    /// Writes what is left to be written, and takes the live line away.
    ///
    /// - Returns: The warnings that came up.
    func finish() async -> [Complaint] {
        ticker.cancel()
        continuation.finish()
        return await writer.value
    }

    private static func isYes(_ answer: String?) -> Bool {
        guard let words = answer?.split(separator: " "), words.count == 1, let word = words.first else { return false }
        return ["y", "yes"].contains(word.lowercased())
    }
}
