import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationLog

/// `cqlmig repair`: what stopped in the middle, and an operator's answers to it.
struct RepairCommand: Command {
    /// What is to be done.
    private enum Mode: Sendable {
        case list
        case answer(script: String, statement: Int?, RepairAnswer)
        case releaseLock(isForced: Bool)
    }

    static let definition = CommandDefinition(
        "repair", group: "Repair", summary: "List what stopped in the middle, and answer what became of it",
        discussion: """
            When the outcome of a statement is unknown, or a statement was edited after it ran, 'migrate' stops until \
            somebody has looked at the schema and says what holds: --applied when the statement took effect, --retry when \
            it is to be run again. Answers are added to the log, and nothing is ever deleted from it.

            --release-lock gives back the lock of a run that died, after having watched that nobody renews it; --force \
            takes it from a run that lives.
            """,
        options: [
            .flag("list", section: modes, "List the scripts that stopped, and who holds the lock"),
            .value("script", "FILE", section: modes, "Answer a statement of this script: its path or its version"),
            .flag("release-lock", section: modes, "Take the lock away from its holder"),
            .value(
                "statement", "N", section: SharedOptions.section,
                "With --script: the number of the statement", defaultText: "the one where the script stopped"),
            .flag("applied", section: SharedOptions.section, "With --script: the statement took effect"),
            .flag("retry", section: SharedOptions.section, "With --script: the statement is to be run again"),
            .flag("force", section: SharedOptions.section, "With --release-lock: also from a holder that lives"),
            .value("reason", "TEXT", section: SharedOptions.section, "Why, for the log"),
            SharedOptions.yes,
        ] + SettingOptions.connecting,
        exclusiveOptions: [["list", "script", "release-lock"], ["applied", "retry"]],
        examples: [
            .init("cqlmig repair --list"),
            .init("cqlmig repair --script V012__orders.cql --statement 4 --applied --reason \"seen in cqlsh\""),
            .init("cqlmig repair --release-lock"),
        ],
        exitCodes: [
            .init(1, "--list found something"), .init(4, "the lock is held by somebody who lives"),
            .init(7, "not initialised: run 'cqlmig init'"),
        ])

    private static let modes = "What to do"

    private let mode: Mode
    private let reason: String?
    private let isConfirmed: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) {
        reason = line.string("reason")
        isConfirmed = line.flag("yes")
        if let script = line.string("script") {
            try Self.refuse(["force"], in: line, without: "--release-lock")
            guard line.flag("applied") || line.flag("retry") else {
                throw UsageError(
                    .missingValue, "--script needs an answer: --applied or --retry",
                    hint: "--applied: the statement took effect; --retry: it is to be run again")
            }
            let statement = try line.number("statement", in: 1...Int.max)
            mode = .answer(script: script, statement: statement, line.flag("applied") ? .applied : .retry)
            return
        }
        try Self.refuse(["statement", "applied", "retry"], in: line, without: "--script")
        if line.flag("release-lock") {
            mode = .releaseLock(isForced: line.flag("force"))
            return
        }
        try Self.refuse(["force"], in: line, without: "--release-lock")
        try Self.refuse(["reason"], in: line, without: "--script or --release-lock")
        guard line.flag("list") else {
            throw UsageError(
                .missingValue, "repair needs to be told what to do: --list, --script or --release-lock",
                hint: "begin with 'cqlmig repair --list'")
        }
        mode = .list
    }

    private static func refuse(
        _ options: [String], in line: ParsedCommandLine, without other: String
    ) throws(UsageError) {
        for option in options where line.isGiven(option) {
            throw UsageError(.exclusiveOptions, "--\(option) means nothing without \(other)")
        }
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        switch mode {
        case .list: try await list(context)
        case .answer(let script, let statement, let answer): try await repair(script, statement, answer, context)
        case .releaseLock(let isForced): try await releaseLock(isForced, context)
        }
    }

    private func list(_ context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let lists = try await context.calling { () async throws(MigrationError) in
            try await engine.repairList(events: context.console.events)
        }
        let document = RepairDocument(lists: lists)
        return CommandResult(document, exit: document.isEmpty ? .done : .finding)
    }

    private func repair(
        _ script: String, _ statement: Int?, _ answer: RepairAnswer, _ context: CommandContext
    ) async throws(CommandFailure) -> CommandResult {
        let engine = try context.engine(try context.settings(.cluster))
        let answered = try await context.calling { () async throws(MigrationError) in
            try await engine.repair(
                script: script, statement: statement, answer: answer, reason: reason, events: context.console.events)
        }
        let done = answered.sorted { $0.key < $1.key }.map { keyspace, number in
            let words = answer == .applied ? "counts as applied" : "will be run again"
            return "\(keyspace): statement \(number) of \(script) \(words)"
        }
        return CommandResult(RepairDocument(done: done))
    }

    private func releaseLock(
        _ isForced: Bool, _ context: CommandContext
    ) async throws(CommandFailure) -> CommandResult {
        if !isConfirmed { try context.requireTerminal(for: "repair --release-lock") }
        let engine = try context.engine(try context.settings(.cluster))
        let released = try await context.calling { () async throws(MigrationError) in
            try await engine.releaseLock(isForced: isForced, reason: reason, events: context.console.events) {
                keyspace, holder in
                isConfirmed ? true : await context.console.ask(Self.question(keyspace, holder, isForced))
            }
        }
        let done = released.sorted { $0.key < $1.key }.map { keyspace, holder in
            "\(keyspace): the lock was taken from \(LockText.words(holder))"
        }
        return CommandResult(RepairDocument(done: done.isEmpty ? ["nobody holds the lock"] : done))
    }

    private static func question(_ keyspace: String, _ holder: LockHolder, _ isForced: Bool) -> Question {
        var facts = ["keyspace \(keyspace): the lock is held by \(holder.summary)"]
        facts.append(
            isForced
                ? "the holder stops before its next statement; the one that it has begun may still run"
                : "it is taken away only when nobody renews it, which takes up to half a minute to see")
        return Question(facts: facts, prompt: "take the lock away?")
    }
}
