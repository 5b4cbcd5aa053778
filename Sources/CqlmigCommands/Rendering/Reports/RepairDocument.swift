import CQLClient
import MigrationEngine
import MigrationLog

/// What there is to repair, or what was repaired.
struct RepairDocument: CommandDocument {
    var lists: [RepairList] = []
    /// What was done, sentence by sentence.
    var done: [String] = []

    /// Whether there is anything to repair.
    var isEmpty: Bool { lists.allSatisfy { $0.items.isEmpty && $0.lock == nil } }

    var data: JSONValue {
        [
            "lock": LockText.json(lists.lazy.compactMap(\.lock).first),
            "failed": .array(lists.flatMap { list in list.items.map { Self.json($0, list.keyspace) } }),
            "done": JSONValue(done),
        ]
    }

    private static func json(_ item: RepairList.Item, _ keyspace: String) -> JSONValue {
        [
            "keyspace": .string(keyspace),
            "script": .string(item.script),
            "statement": JSONValue(item.statement),
            "outcome": JSONValue(item.outcome?.rawValue),
            "at": .string(TimeText.iso(item.at)),
            "error": JSONValue(item.error),
        ]
    }

    func text(on page: Page) -> String {
        guard done.isEmpty else { return done.map { SafeText.line($0) + "\n" }.joined() }
        guard !isEmpty else { return "nothing to repair\n" }
        var text = ""
        for list in lists {
            if let lock = list.lock {
                text += "keyspace \(list.keyspace): the lock is held by \(SafeText.line(lock.summary))\n"
            }
        }
        var table = TextTable([
            .init("KEYSPACE"), .init("SCRIPT"), .init("STATEMENT", .right), .init("OUTCOME"), .init("AT (UTC)"),
            .init("ERROR"),
        ])
        for list in lists {
            for item in list.items {
                table.add([
                    .init(list.keyspace), .init(item.script), .init("\(item.statement)"),
                    .init(item.outcome?.rawValue ?? "not run", item.outcome == .unknown ? .warning : .error),
                    .init(TimeText.table(item.at)), .init(item.error),
                ])
            }
        }
        return text + table.text(on: page)
    }
}
