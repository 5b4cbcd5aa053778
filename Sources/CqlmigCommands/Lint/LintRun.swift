import CQLLint
import MigrationScripts

/// One look of the linter at folders.
struct LintRun: Sendable {
    let linter: Linter
    let files: any FileSystem
    /// How many files are read at a time.
    let parallelism: Int

    /// What is found in all of the folders.
    func report(on targets: [LintTarget]) async throws(CommandFailure) -> LintReport {
        var whole = LintReport(files: 0, findings: [])
        for (folder, chosen) in Self.byFolder(targets) {
            let report = try await report(on: folder)
            guard let chosen else {
                whole.append(report)
                continue
            }
            whole.files += chosen.count
            whole.findings += report.findings.filter { $0.file.map(chosen.contains) ?? false }
            whole.silenced += report.silenced.filter { $0.finding.file.map(chosen.contains) ?? false }
        }
        return whole
    }

    /// Puts right what needs no decision.
    func fix(_ targets: [LintTarget]) async throws(CommandFailure) -> LintFixes.Outcome {
        try LintFixes(files: files).apply(try await report(on: targets).findings)
    }

    private func report(on folder: String) async throws(CommandFailure) -> LintReport {
        let directory = ScriptDirectory(folder, in: files)
        let listing: ScriptListing
        do throws(ScriptError) { listing = try directory.list() } catch { throw CommandFailure(error) }
        let linter = linter
        let reviews = await directory.read(listing.files, parallelism: parallelism) { linter.review($0) }
        // To free thousands of reviews takes a while that nobody has to wait for.
        defer { Task.detached(priority: .background) { withExtendedLifetime(reviews) {} } }
        return linter.report(on: reviews, problems: listing.problems)
    }

    /// Each folder once, with the files that are shown of it; nil for all of them.
    private static func byFolder(_ targets: [LintTarget]) -> [(folder: String, files: Set<String>?)] {
        var folders: [(folder: String, files: Set<String>?)] = []
        for target in targets {
            if let index = folders.firstIndex(where: { $0.folder == target.folder }) {
                guard let file = target.file else {
                    folders[index].files = nil
                    continue
                }
                folders[index].files?.insert(file)
            } else {
                folders.append((target.folder, target.file.map { [$0] }))
            }
        }
        return folders
    }
}

extension LintReport {
    fileprivate mutating func append(_ other: LintReport) {
        files += other.files
        findings += other.findings
        silenced += other.silenced
    }
}
