import FoundationEssentials
import MigrationLog

/// Events of the log.
struct HistoryDocument: CommandDocument {
    /// How the events are printed.
    enum Format: String, CaseIterable, Sendable {
        case text
        case json
        case csv
    }

    /// A row of the log, and the keyspace of the log that it is in.
    struct Event: Sendable {
        let historyKeyspace: String
        let entry: LogEntry

        /// What it is about: the keyspace that is migrated, or else the one of the log.
        var keyspace: String { entry.target ?? historyKeyspace }
    }

    let events: [Event]
    var format = Format.text

    var data: JSONValue { ["events": .array(events.map(Self.json))] }

    private static func json(_ event: Event) -> JSONValue {
        let entry = event.entry
        return [
            "seq": JSONValue(entry.seq),
            "at": .string(TimeText.iso(entry.at)),
            "run_id": JSONValue(entry.run?.uuidString.lowercased()),
            "kind": .string(entry.kind.rawValue),
            "keyspace": .string(event.keyspace),
            "script": JSONValue(entry.script),
            "version": JSONValue(entry.version),
            "statement": JSONValue(entry.statement),
            "elapsed_ms": JSONValue(entry.elapsedMilliseconds),
            "operator": JSONValue(entry.operatorName),
            "host": JSONValue(entry.host),
            "detail": JSONValue(EventDetail(entry).text),
        ]
    }

    func text(on page: Page) -> String {
        switch format {
        case .text, .json: table.text(on: page)
        case .csv: csv
        }
    }

    private var table: TextTable {
        var table = TextTable([
            .init("SEQ", .right), .init("AT (UTC)"), .init("RUN"), .init("EVENT"), .init("KEYSPACE"), .init("SCRIPT"),
            .init("STATEMENT", .right), .init("TIME", .right), .init("BY"), .init("DETAIL"),
        ])
        for event in events {
            let entry = event.entry
            let who = [entry.operatorName, entry.host].compactMap(\.self).joined(separator: "@")
            table.add([
                .init("\(entry.seq)"), .init(TimeText.table(entry.at)),
                .init(entry.run.map { String($0.uuidString.lowercased().prefix(8)) }), .init(entry.kind.rawValue),
                .init(event.keyspace), .init(entry.script), .init(entry.statement.map(String.init)),
                .init(entry.elapsedMilliseconds.map(ElapsedText.format(milliseconds:))), .init(who),
                .init(EventDetail(entry).text),
            ])
        }
        return table
    }

    // MARK: CSV

    /// RFC 4180, with the keys of the JSON as headings.
    private var csv: String {
        var text =
            "seq,at,run_id,kind,keyspace,script,version,statement,elapsed_ms,operator,host,detail\r\n"
        for event in events {
            guard case .object(let members) = Self.json(event) else { continue }
            text += members.map { Self.field($0.value) }.joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func field(_ value: JSONValue) -> String {
        switch value {
        case .integer(let number): return String(number)
        case .string(let text):
            let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            guard needsQuotes else { return text }
            return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        case .null, .bool, .array, .object: return ""
        }
    }
}
