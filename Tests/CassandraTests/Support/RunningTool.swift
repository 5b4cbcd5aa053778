import Foundation

/// The binary at work: it can be signalled and waited for.
final class RunningTool: Sendable {
    let pid: pid_t
    private let output: String
    private let errors: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts the binary with its output in files, so that no pipe can fill up.
    ///
    /// - Parameter closedOutput: Gives it a standard output that nobody reads any more.
    init(
        _ binary: String, _ arguments: [String], environment: [String: String], folder: String,
        closedOutput: Bool = false
    ) throws {
        let name = UUID().uuidString
        output = "\(folder)/\(name).out"
        errors = "\(folder)/\(name).err"
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        var ends: [Int32] = [0, 0]
        if closedOutput {
            unsafe pipe(&ends)
            // The child must not keep the reading end open itself.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        }
        var words = unsafe ([binary] + arguments).map { unsafe strdup($0) }
        var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") }
        defer {
            for index in unsafe words.indices { unsafe free(words[index]) }
            for index in unsafe variables.indices { unsafe free(variables[index]) }
        }
        unsafe words.append(nil)
        unsafe variables.append(nil)
        var pid = pid_t()
        let code = unsafe posix_spawn(&pid, binary, &actions, nil, words, variables)
        if closedOutput {
            close(ends[0])
            close(ends[1])
        }
        guard code == 0 else { throw Failure(description: "cannot start \(binary): error \(code)") }
        self.pid = pid
    }

    func signal(_ number: Int32) { kill(pid, number) }

    /// Waits for the end; a process that a signal ended has the code 128 + its number, as a shell says it.
    func wait() async -> Finished {
        let pid = pid
        let status = await withCheckedContinuation { continuation in
            // A thread of its own: the wait blocks, and the tasks of the tests share few threads.
            Thread.detachNewThread {
                var status: Int32 = 0
                while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
                continuation.resume(returning: status)
            }
        }
        let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        func text(_ path: String) -> String {
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        return Finished(exitCode: code, output: text(output), errors: text(errors))
    }
}
