import ArgumentParsing
import Configuration
import MigrationEngine
import MigrationScripts

/// `cqlmig baseline`: calls scripts applied that describe what is there already, or writes such a script.
struct BaselineCommand: Command {
    static let definition = CommandDefinition(
        "baseline", group: "Repair", summary: "Mark the scripts up to a version as applied, without running them",
        discussion: """
            For a keyspace that is older than its migrations: they describe what is there already. With --generate the \
            first of them is written from the live keyspace, without the keyspace's name, so that it makes the same in \
            any other; --mark records it as applied where it was read.
            """,
        positionals: [.init("VERSION", "the last version that is there already", isOptional: true)],
        options: [
            .flag("generate", section: SharedOptions.section, "Write the live keyspace as a first migration"),
            .flag("mark", section: SharedOptions.section, "With --generate: record it as applied"),
            .value(
                "version", "V", section: SharedOptions.section, "With --generate: the version of the migration",
                defaultText: "001"),
            .value(
                "output", short: "o", "DIR", section: SharedOptions.section, "With --generate: the folder to write to",
                defaultText: "the migrations folder"),
        ] + SettingOptions.connecting,
        examples: [.init("cqlmig baseline 7"), .init("cqlmig baseline --generate --mark")],
        exitCodes: [
            .init(4, "the lock is held by somebody else, or was lost"),
            .init(7, "not initialised: run 'cqlmig init'"),
            .init(8, "a script up to that version is half applied, or the keyspace cannot be written down"),
        ])

    private enum Work: Sendable {
        case mark(MigrationVersion)
        case generate(version: String?, folder: String?, isMarked: Bool)
    }

    private let work: Work

    init(_ line: ParsedCommandLine) throws(UsageError) {
        let generates = line.flag("generate")
        guard generates || line.argument("VERSION") != nil else {
            throw UsageError(
                .missingArgument, "baseline needs VERSION: the last version that is there already",
                hint: "cqlmig baseline VERSION, or cqlmig baseline --generate [--version V]")
        }
        guard !generates || line.argument("VERSION") == nil else {
            throw UsageError(
                .unexpectedArgument, "baseline --generate writes a version of its own, and takes no VERSION",
                hint: "name the version of the file with --version")
        }
        guard generates else {
            for option in ["mark", "version", "output"] where line.spelling(of: option) != nil {
                throw UsageError(
                    .invalidValue, "\(line.spelling(of: option) ?? option) needs --generate",
                    hint: "cqlmig baseline --generate [--version V]")
            }
            work = .mark(try line.versionArgument("VERSION"))
            return
        }
        _ = try line.version("version")
        work = .generate(
            version: line.string("version"), folder: line.string("output"), isMarked: line.flag("mark"))
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let settings = try context.settings(.cluster)
        switch work {
        case .mark(let version):
            let report = try await Self.mark(version, try context.engine(settings), context)
            return CommandResult(BaselineDocument(version: version, report: report))
        case .generate(let version, let folder, let isMarked):
            let baseline = GeneratedBaseline(
                context: context, settings: settings, folder: folder ?? settings.directory, version: version)
            return CommandResult(try await baseline.write(isMarked: isMarked))
        }
    }

    static func mark(
        _ version: MigrationVersion, _ engine: any EngineOperations, _ context: CommandContext
    ) async throws(CommandFailure) -> BaselineReport {
        try await context.calling { () async throws(MigrationError) in
            try await engine.baseline(upTo: version, events: context.console.events)
        }
    }
}
