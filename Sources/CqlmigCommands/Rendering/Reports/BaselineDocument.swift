import MigrationEngine
import MigrationScripts

/// What `baseline` marked.
struct BaselineDocument: CommandDocument {
    let report: BaselineReport

    var data: JSONValue {
        [
            // The file that a later release writes for `--generate`.
            "file": .null,
            "version": .string(report.version.text),
            "marked": JSONValue(marked),
        ]
    }

    /// Each script once, although it may have been marked in several keyspaces.
    private var marked: [String] {
        var seen: Set<String> = []
        return report.marked.sorted { $0.key < $1.key }.flatMap(\.value).filter { seen.insert($0).inserted }
    }

    func text(on page: Page) -> String {
        report.marked.sorted { $0.key < $1.key }.map { keyspace, scripts in
            let words =
                scripts.isEmpty
                ? "everything up to version \(report.version.text) is applied already"
                : "\(counted(scripts.count, "script")) marked as applied: \(scripts.joined(separator: ", "))"
            return SafeText.line("\(keyspace): \(words)") + "\n"
        }.joined()
    }
}
