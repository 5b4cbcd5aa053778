import CQLLint
import MigrationScripts

/// Writes the edits of findings into their files.
struct LintFixes {
    /// What was done.
    struct Outcome: Sendable {
        /// How many edits were made.
        var edits = 0
        var warnings: [Complaint] = []
    }

    let files: any FileSystem

    /// Edits each file that has findings with edits; a file is replaced as a whole, or stays as it is.
    func apply(_ findings: [LintFinding]) throws(CommandFailure) -> Outcome {
        var outcome = Outcome()
        var edited: [String] = []
        for (path, group) in Dictionary(grouping: findings.filter { !$0.edits.isEmpty }, by: { $0.file ?? "" })
            .sorted(by: { $0.key < $1.key }) where !path.isEmpty
        {
            do throws(FileSystemError) {
                let bytes = try files.read(path, limit: ScriptDirectory.defaultSizeLimit)
                let text = EditedText(bytes, group.flatMap(\.edits))
                guard text.count > 0 else { continue }
                try files.replace(path, bytes: text.bytes)
                outcome.edits += text.count
                // The `;` behind the last statement is no part of a checksum.
                if group.contains(where: { $0.edits.contains { $0.text != ";" } }) { edited.append(path) }
            } catch {
                throw CommandFailure(error)
            }
        }
        if !edited.isEmpty { outcome.warnings = [Self.warning(edited)] }
        return outcome
    }

    private static func warning(_ paths: [String]) -> Complaint {
        Complaint(
            .warning, code: "checksum-changed",
            "\(counted(paths.count, "file")) \(paths.count == 1 ? "has" : "have") another checksum now: "
                + paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and others" : ""),
            hint: "take the change back where a script has been applied: 'cqlmig validate' tells which are")
    }
}
