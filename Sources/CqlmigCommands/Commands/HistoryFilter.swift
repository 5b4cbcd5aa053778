import ArgumentParsing
import FoundationEssentials
import MigrationLog
import MigrationScripts

/// Which events of the log `history` shows.
struct HistoryFilter: Sendable {
    /// From when on.
    let since: HistorySince?
    private let run: String?
    private let script: String?
    private let version: String?
    private let tag: String?
    private let operatorName: String?
    private let kinds: Set<LogEntryKind>

    init(_ line: ParsedCommandLine) throws(UsageError) {
        run = line.string("run")?.lowercased()
        script = line.string("script")
        version = line.string("script").flatMap { try? MigrationVersion($0).text }
        tag = line.string("tag")
        operatorName = line.string("operator")
        kinds = Set(line.strings("kind").compactMap(LogEntryKind.init(rawValue:)))
        since = try line.string("since").map { text throws(UsageError) in
            guard let since = HistorySince(text) else {
                throw UsageError(
                    .invalidValue,
                    "--since must be a day, a time (UTC) or a duration, not '\(SafeText.line(text))'",
                    hint: "such as 2026-01-15, 2026-01-15T10:30:00Z or 24h")
            }
            return since
        }
    }

    /// Whether an event is shown.
    ///
    /// - Parameter moment: What `since` comes to now.
    func admits(_ entry: LogEntry, since moment: Date?) -> Bool {
        if let run, entry.run?.uuidString.lowercased().hasPrefix(run) != true { return false }
        if let tag, entry.tag != tag { return false }
        if let operatorName, entry.operatorName != operatorName { return false }
        if !kinds.isEmpty, !kinds.contains(entry.kind) { return false }
        if let moment, entry.at < moment { return false }
        return script.map { isAbout($0, entry) } ?? true
    }

    private func isAbout(_ script: String, _ entry: LogEntry) -> Bool {
        if let version, entry.version == version { return true }
        guard let path = entry.script else { return false }
        // With the folder in front, as a shell completes it, too.
        return path == script || script.hasSuffix("/\(path)")
    }
}
