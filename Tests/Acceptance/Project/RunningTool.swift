import TestProcesses

/// The binary at work on a project: it can be signalled and waited for.
struct RunningTool: Sendable {
    private let process: ChildProcess

    /// Starts it.
    init(_ command: ProcessCommand) throws(ProcessError) { process = try ChildProcess(command) }

    func signal(_ number: Int32) { process.send(number) }

    /// Waits for the end; a process that a signal ended has the code 128 + its number, as a shell says it.
    func wait() async -> Finished {
        let result = await process.result()
        let code: Int32 =
            switch result.exit {
            case .status(let status): status
            case .signal(let signal): 128 + signal
            }
        return Finished(exitCode: code, output: result.output, errors: result.error)
    }
}
