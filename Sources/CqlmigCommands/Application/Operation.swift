/// One command at work, with an ear for signals.
struct Operation: Sendable {
    private enum Happening: Sendable {
        case ended(Result<CommandResult, CommandFailure>)
        case signal
    }

    let command: any Command
    let context: CommandContext

    /// Runs the command. A signal cancels it, and then its own end is waited for, with everything recorded; a command
    /// that only reads is left where it stands.
    func run() async -> Result<CommandResult, CommandFailure> {
        let (stream, continuation) = AsyncStream.makeStream(of: Happening.self)
        let command = command
        let context = context
        let work = Task {
            do throws(CommandFailure) {
                continuation.yield(.ended(.success(try await command.run(in: context))))
            } catch {
                continuation.yield(.ended(.failure(error)))
            }
        }
        let interruption = context.surroundings.interruption
        let watch = Task {
            await interruption.wait()
            if interruption.signal != nil { continuation.yield(.signal) }
        }
        defer { watch.cancel() }
        for await happening in stream {
            switch happening {
            case .ended(let ending): return ending
            case .signal:
                work.cancel()
                guard type(of: command).onlyReads, let signal = interruption.signal else { continue }
                return .failure(Self.interrupted(signal))
            }
        }
        return .failure(.bug("the command came to no end"))
    }

    private static func interrupted(_ signal: Int32) -> CommandFailure {
        CommandFailure(
            .interrupted(signal: signal),
            Complaint(code: "interrupted", "interrupted; nothing was changed", hint: "run the same command again"))
    }
}
