import Glibc

/// The `cqlmig` that was built beside the tests.
enum BuiltBinary {
    /// How a process ended.
    struct Ending: Equatable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Its path: tests are run from the folder in which everything is built.
    static var path: String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let own = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folders = [own, CommandLine.arguments.first ?? ""].map { path in
            path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        }
        return folders.map { "\($0)/cqlmig" }.first { unsafe access($0, X_OK) == 0 }
    }

    /// Runs it in a folder, with an environment of its own, and waits for its end.
    static func run(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String], input: String?
    ) throws -> Ending {
        let streams = ["in", "out", "err"].map { "\(folder).\($0)" }
        defer { for path in streams { unsafe unlink(path) } }
        try TextFiles.write(input ?? "", to: streams[0])
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let source = input == nil ? "/dev/null" : streams[0]
        unsafe posix_spawn_file_actions_addopen(&actions, 0, source, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, streams[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, streams[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The working directory of a process can only be changed by the process.
        let words = ["sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, program] + arguments
        var variables = environment.map { "\($0.key)=\($0.value)" }
        // What the program gets where it is built with a sanitizer.
        if let options = unsafe getenv("PROGRAM_ASAN_OPTIONS") {
            variables.append(unsafe "ASAN_OPTIONS=\(String(cString: options))")
        }
        var process: pid_t = 0
        let code = unsafe withCStrings(words) { argv in
            unsafe withCStrings(variables) { envp in
                unsafe posix_spawn(&process, "/bin/sh", &actions, nil, argv, envp)
            }
        }
        guard code == 0 else { throw RunnerError(words: "cannot start \(program): error \(code)") }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw RunnerError(words: "cannot wait for \(program)") }
        }
        let isExit = status & 0x7F == 0
        return Ending(
            status: isExit ? (status >> 8) & 0xFF : -(status & 0x7F), output: try TextFiles.read(streams[1]),
            errors: try TextFiles.read(streams[2]))
    }

    /// The texts as C wants them: pointers, and a null behind them.
    private static func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { unsafe (pointers + index).initialize(to: strdup(text)) }
        unsafe (pointers + texts.count).initialize(to: nil)
        defer {
            for index in texts.indices { unsafe free(pointers[index]) }
            unsafe pointers.deallocate()
        }
        return unsafe body(pointers)
    }
}

/// Why a transcript could not be run.
struct RunnerError: Error, CustomStringConvertible {
    let words: String
    var description: String { words }
}
