import Synchronization

extension ScriptDirectory {
    /// Reads one file.
    ///
    /// Blocks.
    public func read(_ file: ScriptFile) -> ReadScript {
        do throws(FileSystemError) {
            return ReadScript(file: file, bytes: try fileSystem.read(joinedPath(path, file.path), limit: sizeLimit))
        } catch {
            return ReadScript(file: file, problem: Self.problem(of: error, with: file))
        }
    }

    private static func problem(of error: FileSystemError, with file: ScriptFile) -> ScriptProblem {
        guard case .tooLarge = error.reason else {
            return ScriptProblem(.unreadableFile, error.description, file: file.shownPath)
        }
        return ScriptProblem(
            .fileTooLarge,
            error.description,
            file: file.shownPath,
            hint: "A migration changes the schema; load data with a tool made for it."
        )
    }

    /// Reads files on as many threads as asked for, and keeps of each what is needed.
    ///
    /// Only what `transform` gives is kept, so that many files need little memory. The threads are those of
    /// ``readers`` even where the caller runs on an executor that must not block.
    ///
    /// - Parameters:
    ///   - parallelism: how many files are read at a time; less than 1 counts as 1.
    ///   - transform: what to make of a file; called in any order and at the same time.
    /// - Returns: what was made, in the order of the files.
    public func read<Result: Sendable>(
        _ files: [ScriptFile],
        parallelism: Int,
        _ transform: @escaping @Sendable (ReadScript) -> Result
    ) async -> [Result] {
        // Small pieces keep all threads busy to the end, and a thread takes the next one without waiting for anybody.
        let pieceSize = min(32, max(1, files.count / max(1, parallelism) / 4))
        let pieces = stride(from: 0, to: files.count, by: pieceSize).map {
            files[$0..<min($0 + pieceSize, files.count)]
        }
        let taken = Counter()
        return await withTaskGroup(of: [(piece: Int, results: [Result])].self) { group in
            for _ in 0..<min(max(1, parallelism), pieces.count) {
                group.addTask(executorPreference: readers) {
                    var done: [(piece: Int, results: [Result])] = []
                    while true {
                        let number = taken.next()
                        guard number < pieces.count else { return done }
                        done.append((number, pieces[number].map { transform(read($0)) }))
                    }
                }
            }
            var results = [[Result]](repeating: [], count: pieces.count)
            for await done in group {
                for (number, made) in done { results[number] = made }
            }
            return results.flatMap(\.self)
        }
    }
}

/// Gives each number once, from 0, to whoever asks on any thread.
private final class Counter: Sendable {
    private let given = Atomic(0)

    func next() -> Int { given.wrappingAdd(1, ordering: .relaxed).oldValue }
}
