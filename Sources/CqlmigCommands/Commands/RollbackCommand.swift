import ArgumentParsing
import Configuration
import MigrationEngine

/// `cqlmig rollback`: undoes what was applied last.
struct RollbackCommand: Command {
    static let definition = CommandDefinition(
        "rollback", group: "Repair", summary: "Undo the versions that were applied last",
        discussion: """
            Everything is planned before anything runs: when one of the versions has no undo, none is undone. Nothing is \
            deleted from the log.
            """,
        options: [
            .value("steps", "N", section: SharedOptions.section, "How many versions to undo", defaultText: "1"),
            .value("to", "V", section: SharedOptions.section, "Undo everything newer than this version, which stays"),
            SharedOptions.allow(
                [.changed, .nodeDown, .mixedRelease],
                "Go on although scripts were edited after they were applied, nodes are down or run different releases"),
            SharedOptions.dryRun,
            SharedOptions.yes,
            SharedOptions.timings,
        ] + SettingOptions.connecting,
        exclusiveOptions: [["steps", "to"]],
        examples: [
            .init("cqlmig rollback", "undoes the last version, after a question"),
            .init("cqlmig rollback --to 11 --dry-run", "prints the CQL that would be run"),
        ],
        exitCodes: [
            .init(4, "the lock is held by somebody else, or was lost"),
            .init(5, "an undo failed, or its outcome is unknown; its state is recorded"),
            .init(6, "the nodes do not agree on the schema"),
            .init(7, "not initialised: run 'cqlmig init'"),
            .init(8, "a version has no undo, or the question was answered with no"),
        ])
    static let showsSteps = true

    private let options: RollbackOptions
    private let isConfirmed: Bool
    private let showsTimings: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) {
        let steps = try line.number("steps", in: 1...Int.max)
        let version = try line.version("to")
        options = RollbackOptions(
            selection: version.map { .to($0) } ?? .steps(steps ?? 1), isDryRun: line.flag("dry-run"),
            allowed: line.allowances)
        isConfirmed = line.flag("yes")
        showsTimings = line.flag("timings")
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        if !isConfirmed && !options.isDryRun { try context.requireTerminal(for: "rollback") }
        let engine = try context.engine(try context.settings(.cluster))
        let report = try await context.calling { () async throws(MigrationError) in
            try await engine.rollback(options, events: context.console.events) { plans in
                isConfirmed ? true : await context.console.ask(Self.question(plans))
            }
        }
        return CommandResult(
            run: RunDocument(report: report, direction: .undo, showsTimings: showsTimings), context)
    }

    private static func question(_ plans: [KeyspacePlan]) -> Question {
        var facts: [String] = []
        for plan in plans where !plan.scripts.isEmpty {
            facts.append("keyspace \(plan.keyspace): to be undone, in this order:")
            for script in plan.scripts {
                facts.append(
                    "  version \(script.version): \(script.path), \(counted(script.remaining.count, "statement"))")
            }
        }
        return Question(facts: facts, prompt: "undo \(counted(plans.reduce(0) { $0 + $1.scripts.count }, "version"))?")
    }
}

extension CommandContext {
    /// Refuses to go on to a question that nobody could answer.
    func requireTerminal(for what: String) throws(CommandFailure) {
        guard !surroundings.terminal.isInteractive else { return }
        throw CommandFailure(
            .usage,
            Complaint(
                code: "needs-confirmation", "\(what) asks before it does anything, and standard input is no terminal",
                hint: "give --yes to do it without being asked"))
    }
}
