import MigrationEngine

/// What `migrate` would run.
struct PendingDocument: CommandDocument {
    let plans: [KeyspacePlan]

    /// How many scripts are pending in all keyspaces.
    var count: Int { plans.reduce(0) { $0 + $1.scripts.count } }

    var data: JSONValue {
        ["keyspaces": .array(plans.map(Self.json)), "count": JSONValue(count)]
    }

    private static func json(_ plan: KeyspacePlan) -> JSONValue {
        [
            "keyspace": .string(plan.keyspace),
            "scripts": .array(
                plan.scripts.map { script in
                    [
                        "script": .string(script.path),
                        "type": .string(script.type),
                        "version": .string(script.version),
                        "reason": .string(script.reason.description),
                    ]
                }),
        ]
    }

    func text(on page: Page) -> String {
        plans.map { text($0, page) }.joined(separator: "\n")
    }

    private func text(_ plan: KeyspacePlan, _ page: Page) -> String {
        guard !plan.scripts.isEmpty else { return "keyspace \(plan.keyspace): nothing is pending\n" }
        var table = TextTable([.init("VERSION"), .init("SCRIPT"), .init("STATEMENTS", .right), .init("REASON")])
        for script in plan.scripts {
            table.add([
                .init(script.version), .init(script.path), .init("\(script.remaining.count)"),
                .init(script.reason.description),
            ])
        }
        return "keyspace \(plan.keyspace): \(counted(plan.scripts.count, "script")) pending\n" + table.text(on: page)
    }
}
