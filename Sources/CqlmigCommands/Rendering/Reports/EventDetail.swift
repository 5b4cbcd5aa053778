import CQLClient
import MigrationLog

/// What a row of the log says beyond its columns, in a few words.
struct EventDetail {
    private let entry: LogEntry

    init(_ entry: LogEntry) { self.entry = entry }

    /// The words; nil when there are none.
    var text: String? {
        var parts: [String] = []
        if let outcome = entry.outcome { parts.append(outcome.rawValue) }
        if let errorText = entry.errorText {
            parts.append(errorText)
        } else if let code = entry.errorCode {
            parts.append(code)
        }
        if let milliseconds = entry.agreementMilliseconds {
            parts.append("agreement after \(ElapsedText.format(milliseconds: milliseconds))")
        } else if entry.agreed == false {
            parts.append("no schema agreement")
        }
        parts += entry.warnings.map { "warning: \($0)" }
        if let tag = entry.tag { parts.append("tag \(tag)") }
        if let reason = entry.reason { parts.append(reason) }
        if !entry.replication.isEmpty, [.initialised, .replicationSeen].contains(entry.kind) {
            let options = entry.replication.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            parts.append("replication \(options.joined(separator: ", "))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
