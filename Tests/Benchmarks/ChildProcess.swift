import FoundationEssentials
import Glibc

/// A process that is started, waited for and timed.
enum ChildProcess {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How a program ended, how long it took, and how much memory it had at most.
    struct Measured {
        let exitCode: Int32
        let elapsed: Duration
        let residentBytes: Int
    }

    /// Runs a program with its output thrown away.
    static func measure(_ program: String, _ arguments: [String]) throws -> Measured {
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
        var usage = rusage()
        while unsafe wait4(pid, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw Failure(description: "cannot wait for \(program)") }
        }
        // A program that a signal ended has no exit code of its own.
        let exitCode = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
        return Measured(
            exitCode: exitCode, elapsed: began.duration(to: .now), residentBytes: Int(usage.ru_maxrss) * 1024)
    }
}
