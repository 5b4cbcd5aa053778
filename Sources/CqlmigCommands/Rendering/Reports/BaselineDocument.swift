import MigrationEngine
import MigrationScripts

/// What `baseline` wrote and marked.
struct BaselineDocument: CommandDocument {
    /// The file that was written.
    var file: String?
    let version: MigrationVersion
    /// What was marked; nil where nothing was to be.
    var report: BaselineReport?

    var data: JSONValue {
        ["file": JSONValue(file), "version": .string(version.text), "marked": JSONValue(marked)]
    }

    private var byKeyspace: [(key: String, value: [String])] { (report?.marked ?? [:]).sorted { $0.key < $1.key } }

    /// Each script once, although it may have been marked in several keyspaces.
    private var marked: [String] {
        var seen: Set<String> = []
        return byKeyspace.flatMap(\.value).filter { seen.insert($0).inserted }
    }

    func text(on page: Page) -> String {
        (file.map { SafeText.line($0) + "\n" } ?? "")
            + byKeyspace.map { keyspace, scripts in
                let words =
                    scripts.isEmpty
                    ? "everything up to version \(version.text) is applied already"
                    : "\(counted(scripts.count, "script")) marked as applied: \(scripts.joined(separator: ", "))"
                return SafeText.line("\(keyspace): \(words)") + "\n"
            }.joined()
    }
}
