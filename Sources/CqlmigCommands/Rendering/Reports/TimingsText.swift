import MigrationEngine

/// Where the time of a run went.
struct TimingsText {
    private let timings: Timings

    init(_ timings: Timings) { self.timings = timings }

    var json: JSONValue {
        .object(
            Timings.Phase.allCases.map { phase in
                .init(key: "\(phase.rawValue)_ms", value: JSONValue(timings.phases[phase]?.inMilliseconds ?? 0))
            })
    }

    func text(on page: Page) -> String {
        var table = TextTable([.init("PHASE"), .init("TIME", .right)])
        for phase in Timings.Phase.allCases {
            table.add([.init(words(phase)), .init(ElapsedText.format(timings.phases[phase] ?? .zero))])
        }
        return table.text(on: page)
    }

    private func words(_ phase: Timings.Phase) -> String {
        switch phase {
        case .scripts: "reading the scripts"
        case .connect: "connecting"
        case .check: "asking the nodes"
        case .lock: "waiting for the lock"
        case .log: "reading and writing the log"
        case .statements: "running statements"
        case .agreement: "waiting for schema agreement"
        case .readBack: "reading back what was done"
        }
    }
}
