import ArgumentParsing
import CQLLint
import CQLSyntax
import Configuration
import MigrationScripts

/// `cqlmig lint`: looks at the files with every rule, and connects to nothing.
struct LintCommand: Command {
    static let definition = CommandDefinition(
        "lint", group: "Look", summary: "Look for mistakes in the files; connects to nothing",
        discussion: """
            Each file is looked at alone, and then all of them in the order in which they would run on an empty keyspace. \
            A folder is looked at as the folder of the migrations; of a file the folder that it is in is read as well, and \
            only what is found in the file is shown. Without PATH it is the configured folder. No configuration is needed.

            -- cqlmig:ignore RULE -- reason, in front of a statement, takes its findings away; cqlmig:ignore-file those of \
            the file.
            """,
        positionals: [.init("PATH", "folders of migrations, or files in one", isOptional: true, isRepeated: true)],
        options: [
            .choice(
                "platform", of: LintPlatform.allCases.map(\.rawValue), section: section,
                "What has to run the scripts; without it Cassandra 5.0 by its rules and every release by its grammar"),
            .choice(
                "format", of: LintFormat.allCases.map(\.rawValue), section: section,
                "How to print the findings; json is the same as --json", defaultText: "text"),
            .list("rule", "RULE", section: section, "Look with these rules only"),
            .flag("strict", section: section, "Fail for warnings as well"),
            .flag(
                "fix", section: section,
                "Put right what needs no decision; checksums of the files change where more than a ';' is put in"),
            .value("explain", "RULE", section: section, "Say what a rule is about, and do nothing else"),
            .flag("list", section: section, "List the rules, and do nothing else"),
        ] + SettingOptions.directory,
        exclusiveOptions: [["explain", "list", "fix"], ["explain", "list", "strict"]],
        examples: [
            .init("cqlmig lint"), .init("cqlmig lint --platform 4.1 --format sarif", "for a CI job"),
            .init("cqlmig lint --explain column-drop"),
        ],
        exitCodes: [
            .init(1, "there are errors; with --strict, or warnings"), .init(2, "there is no such folder or file"),
        ])
    static let onlyReads = false

    private static let section = SharedOptions.section

    private enum Task: Equatable {
        case look
        case explain(String)
        case list
    }

    private let task: Task
    private let paths: [String]
    private let platform: LintPlatform?
    private let format: LintFormat?
    private let selected: Set<String>?
    private let isStrict: Bool
    private let fixes: Bool

    init(_ line: ParsedCommandLine) throws(UsageError) {
        paths = line.arguments("PATH")
        platform = line.string("platform").flatMap(LintPlatform.init(rawValue:))
        format = line.string("format").flatMap(LintFormat.init(rawValue:))
        isStrict = line.flag("strict")
        fixes = line.flag("fix")
        for rule in line.strings("rule") { try Self.requireRule(rule, of: "--rule") }
        selected = line.isGiven("rule") ? Set(line.strings("rule")) : nil
        if let rule = line.string("explain") {
            try Self.requireRule(rule, of: "--explain")
            task = .explain(rule)
        } else {
            task = line.flag("list") ? .list : .look
        }
        if line.flag("json"), let format, format != .json {
            throw UsageError(
                .exclusiveOptions, "--json and --format \(format.rawValue) exclude each other",
                hint: "give only one of them")
        }
    }

    var printsJSON: Bool? { format.map { $0 == .json } }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        switch task {
        case .explain(let id): return CommandResult(LintRulesDocument(rules: LintRule.all.filter { $0.id == id }))
        case .list: return CommandResult(LintRulesDocument(rules: LintRule.all, isList: true))
        case .look: break
        }
        let settings = try context.settings(.files)
        let run = LintRun(
            linter: Linter(try configuration(settings)), files: context.surroundings.files,
            parallelism: context.surroundings.parallelism)
        let targets = try LintTargets(paths, configured: settings.directory, in: context.surroundings.files).all
        var mended: LintFixes.Outcome?
        if fixes { mended = try await run.fix(targets) }
        let report = try await run.report(on: targets)
        let document = LintDocument(
            report: report, scope: targets.map(\.shownPath).joined(separator: ", "), format: format ?? .text,
            isStrict: isStrict, fixed: mended?.edits)
        let fails = report.count(.error) > 0 || (isStrict && report.count(.warning) > 0)
        return CommandResult(document, exit: fails ? .finding : .done, warnings: mended?.warnings ?? [])
    }

    private func configuration(_ settings: Settings) throws(CommandFailure) -> LintConfiguration {
        let unknown = settings.lintRules.filter { LintRule.named($0.rule) == nil }
        guard unknown.isEmpty else {
            let ids = LintRule.all.map(\.id)
            throw CommandFailure(
                .usage,
                unknown.map { Complaint($0.unknownRule(near: EditDistance.nearest(to: $0.rule, among: ids))) })
        }
        let levels = settings.lintRules.map { setting in
            (setting.rule, LintConfiguration.Level(setting.level))
        }
        return LintConfiguration(
            levels: Dictionary(levels) { $1 }, selected: selected, platform: platform,
            keyspace: settings.keyspaces.count == 1 ? settings.keyspaces.first?.name : nil,
            localDataCentre: settings.localDataCenter)
    }

    private static func requireRule(_ id: String, of option: String) throws(UsageError) {
        guard LintRule.named(id) == nil else { return }
        let near = EditDistance.nearest(to: id, among: LintRule.all.map(\.id))
        throw UsageError(
            .invalidValue, "\(option): there is no rule '\(id)'" + (near.map { "; did you mean \($0)?" } ?? ""),
            hint: "'cqlmig lint --list' lists the rules")
    }
}

extension LintConfiguration.Level {
    fileprivate init(_ name: LintLevelName) {
        self =
            switch name {
            case .off: .off
            case .info: .on(.info)
            case .warning: .on(.warning)
            case .error: .on(.error)
            }
    }
}
