import MigrationScripts

/// A folder to look at, and what of it is to be shown.
struct LintTarget: Equatable, Sendable {
    /// The folder of the migrations.
    let folder: String
    /// The only file whose findings are shown; nil for all.
    var file: String?

    /// The path as it was given.
    var shownPath: String { file ?? folder }
}

/// What the arguments of the command stand for.
struct LintTargets {
    let all: [LintTarget]

    /// - Parameters:
    ///   - paths: the arguments; none stand for the configured folder.
    ///   - configured: the configured folder.
    init(_ paths: [String], configured: String, in files: any FileSystem) throws(CommandFailure) {
        guard !paths.isEmpty else {
            all = [try Self.target(configured, configured: configured, isGiven: false, files)]
            return
        }
        var targets: [LintTarget] = []
        for path in paths {
            let target = try Self.target(path, configured: configured, isGiven: true, files)
            if !targets.contains(target) { targets.append(target) }
        }
        all = targets
    }

    private static func target(
        _ path: String, configured: String, isGiven: Bool, _ files: any FileSystem
    ) throws(CommandFailure) -> LintTarget {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        do throws(FileSystemError) {
            guard try files.status(of: trimmed).kind != .folder else { return LintTarget(folder: trimmed) }
            // A file of the configured folder runs together with all that is in there.
            if trimmed.hasPrefix("\(configured)/") { return LintTarget(folder: configured, file: trimmed) }
            let parent = trimmed.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let folder = parent.isEmpty ? "." : parent.joined(separator: "/")
            let file = parent.isEmpty ? "./\(trimmed)" : trimmed
            return LintTarget(folder: folder.isEmpty ? "/" : folder, file: file)
        } catch {
            guard error.reason == .notFound else { throw CommandFailure(error) }
            throw CommandFailure(
                .usage,
                Complaint(
                    code: "no-such-folder", "directory not found: \(path)", place: .init(file: path),
                    hint: isGiven
                        ? "name a folder of migrations, or a file in one"
                        : "check --dir and 'migrations' in the configuration, or run 'cqlmig init' to make it"))
        }
    }
}
