import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationLog

/// `cqlmig history`: the events of the log.
struct HistoryCommand: Command {
    static let definition = CommandDefinition(
        "history", group: "Look",
        summary: "Show the events of the log: what was run when, by whom, and what came of it",
        options: [
            .value("limit", "N", section: filters, "Only the last N of the events that the other options leave"),
            .value("run", "ID", section: filters, "Only this run; the beginning of its id is enough"),
            .value("script", "FILE", section: filters, "Only this script: its path or its version"),
            .value("tag", "T", section: filters, "Only runs with this tag"),
            .value("operator", "NAME", section: filters, "Only what this user did"),
            .list("kind", of: LogEntryKind.allCases.map(\.rawValue), section: filters, "Only events of these kinds"),
            .value(
                "since", "TIME", section: filters,
                "Only events from then on: 2026-01-15, 2026-01-15T10:30:00Z (UTC), or 24h for the last 24 hours"),
            .choice(
                "format", of: HistoryDocument.Format.allCases.map(\.rawValue), section: filters,
                "How to print them; json is the same as --json", defaultText: "text"),
        ] + SettingOptions.connecting,
        examples: [
            .init("cqlmig history --limit 20"),
            .init("cqlmig history --kind script-applied,rolled-back --since 2026-01-01 --format csv"),
        ],
        exitCodes: [.init(7, "not initialised: run 'cqlmig init'")])
    static let onlyReads = true

    private static let filters = "Which events"

    private let filter: HistoryFilter
    private let limit: Int?
    private let format: HistoryDocument.Format?

    init(_ line: ParsedCommandLine) throws(UsageError) {
        filter = try HistoryFilter(line)
        limit = try line.number("limit", in: 1...Int.max)
        format = line.string("format").flatMap(HistoryDocument.Format.init(rawValue:))
        if line.flag("json"), let format, format != .json {
            throw UsageError(
                .exclusiveOptions, "--json and --format \(format.rawValue) exclude each other",
                hint: "give only one of them")
        }
    }

    var printsJSON: Bool? { format.map { $0 == .json } }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let since = filter.since?.moment(before: context.surroundings.now())
        let (stream, continuation) = AsyncStream.makeStream(of: HistoryDocument.Event.self)
        let limit = limit
        let collection = Task {
            var kept = LastEvents(limit: limit)
            for await event in stream { kept.append(event) }
            return kept.events
        }
        defer { continuation.finish() }
        try await context.calling { () async throws(MigrationError) in
            try await engine.history(withTexts: false, events: context.console.events) { keyspace, entry in
                guard filter.admits(entry, since: since) else { return }
                continuation.yield(.init(historyKeyspace: keyspace, entry: entry))
            }
        }
        continuation.finish()
        return CommandResult(HistoryDocument(events: await collection.value, format: format ?? .text))
    }
}

/// The last events of a stream, without keeping the others.
private struct LastEvents {
    private let limit: Int?
    private var kept: [HistoryDocument.Event] = []

    init(limit: Int?) { self.limit = limit }

    var events: [HistoryDocument.Event] { Array(kept.suffix(limit ?? kept.count)) }

    mutating func append(_ event: HistoryDocument.Event) {
        kept.append(event)
        // Now and then, so that no event is moved more than twice.
        if let limit, kept.count / 2 >= max(limit, 64) { kept.removeFirst(kept.count - limit) }
    }
}
