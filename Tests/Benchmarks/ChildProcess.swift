import FoundationEssentials
import Glibc

/// A process that is started, waited for and timed.
enum ChildProcess {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program with its output thrown away, and says how it ended and how long it took.
    static func time(
        _ program: String, _ arguments: [String]
    ) throws -> (exitCode: Int32, elapsed: Duration) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [Int32(0), 1, 2] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var vector = unsafe ([program] + arguments).map { unsafe strdup($0) }
        defer { for index in unsafe vector.indices { unsafe free(vector[index]) } }
        unsafe vector.append(nil)
        var pid = pid_t()
        let began = ContinuousClock.now
        let code = unsafe posix_spawn(&pid, program, &actions, nil, vector, environ)
        guard code == 0 else { throw Failure(description: "cannot start \(program): error \(code)") }
        var status: Int32 = 0
        while unsafe waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(description: "cannot wait for \(program)") }
        }
        return ((status >> 8) & 0xff, began.duration(to: .now))
    }
}
