import Glibc
import Synchronization

/// The descriptors of a process that is to be started, and its start.
struct SpawnPlan {
    private static let lock = Mutex(())

    /// What the child gets, as descriptors of the parent; closed once it has them.
    private var childEnds: [(descriptor: Int32, number: Int32)] = []
    /// Where to write the child's input, if it stays open.
    private(set) var input: Int32?
    /// Where to read what the child writes.
    private(set) var outputs: [(descriptor: Int32, stream: ProcessStream)] = []

    private init() {}

    /// Starts a process and gives its id, with what connects it to the parent.
    static func start(_ command: ProcessCommand) throws(ProcessError) -> (id: Int32, plan: SpawnPlan) {
        try lock.withLock { _ throws(ProcessError) in
            var plan = SpawnPlan()
            do throws(ProcessError) {
                try plan.connect(command)
                let id = try plan.spawn(command)
                plan.closeChildEnds()
                return (id, plan)
            } catch {
                plan.closeChildEnds()
                for output in plan.outputs { close(output.descriptor) }
                if let input = plan.input { close(input) }
                throw error
            }
        }
    }

    private mutating func connect(_ command: ProcessCommand) throws(ProcessError) {
        switch command.input {
        case .empty: try give(open: "/dev/null", O_RDONLY, as: STDIN_FILENO)
        case .text(let text): try give(text: text)
        case .open:
            let pipe = try Pipe()
            childEnds.append((pipe.reading, STDIN_FILENO))
            input = pipe.writing
        }
        switch command.output {
        case .captured: try capture(.output)
        case .closedPipe:
            let pipe = try Pipe()
            close(pipe.reading)
            childEnds.append((pipe.writing, STDOUT_FILENO))
        case .file(let path): try give(open: path, O_WRONLY | O_CREAT | O_TRUNC, as: STDOUT_FILENO)
        }
        try capture(.error)
    }

    private mutating func give(open path: String, _ flags: Int32, as number: Int32) throws(ProcessError) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ProcessError(call: "open of \(path)") }
        childEnds.append((descriptor, number))
    }

    private mutating func give(text: String) throws(ProcessError) {
        let pipe = try Pipe()
        childEnds.append((pipe.reading, STDIN_FILENO))
        defer { close(pipe.writing) }
        // What does not fit would wait for a reader that has not started.
        _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
        let bytes = Array(text.utf8)
        let written = unsafe write(pipe.writing, bytes, bytes.count)
        guard written == bytes.count else { throw ProcessError("An input of \(bytes.count) bytes is too long.") }
    }

    private mutating func capture(_ stream: ProcessStream) throws(ProcessError) {
        let pipe = try Pipe()
        childEnds.append((pipe.writing, stream.rawValue))
        outputs.append((pipe.reading, stream))
    }

    private mutating func closeChildEnds() {
        for end in childEnds { close(end.descriptor) }
        childEnds = []
    }

    private func spawn(_ command: ProcessCommand) throws(ProcessError) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for end in childEnds { unsafe posix_spawn_file_actions_adddup2(&actions, end.descriptor, end.number) }

        // The threads that run tests block signals, and a child inherits that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var line = [command.path] + command.arguments
        // posix_spawn itself changes the directory only by a call that is hidden without _GNU_SOURCE.
        if let directory = command.directory { line = ["/usr/bin/env", "--chdir=\(directory)"] + line }
        var arguments = unsafe line.map { unsafe strdup($0) } + [nil]
        var environment = unsafe command.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for index in unsafe arguments.indices { unsafe free(arguments[index]) }
            for index in unsafe environment.indices { unsafe free(environment[index]) }
        }
        var id: pid_t = 0
        let failure = unsafe posix_spawn(&id, line[0], &actions, &attributes, &arguments, &environment)
        guard failure == 0 else { throw ProcessError(call: "start of \(command.path)", code: failure) }
        return id
    }
}
