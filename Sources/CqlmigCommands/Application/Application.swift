import ArgumentParsing
import Configuration

/// The program as a value: what it is given goes in, text and a status come out. It is started from `main.swift`, and
/// from tests with a world of their own.
struct Application: Sendable {
    private let surroundings: Surroundings

    /// A program that has not begun.
    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Does what the command line says.
    ///
    /// - Returns: The status for the process to end with.
    func run() async -> Int32 {
        let definition = CommandTable.definition
        let request: CommandLineRequest
        do throws(UsageError) { request = try definition.parse(surroundings.arguments) } catch {
            let later = LaterRelease(definition).complaint(about: surroundings.arguments)
            let name = definition.commandName(in: surroundings.arguments)
            return report(CommandFailure(.usage, later ?? Complaint(error)), of: name, earlyOutput)
        }
        switch request {
        case .help(let command):
            let columns = surroundings.terminal.columns.map { min($0, 100) } ?? 100
            return show(command.map { definition.help(for: $0, width: columns) } ?? definition.help(width: columns))
        case .version: return show("\(Tool.name) \(Tool.version)\n")
        case .nothing: return reportNothing(definition)
        case .run(let line): return await run(line)
        }
    }

    // MARK: Without a command

    private var earlyOutput: OutputSettings {
        SettingOptions.early(surroundings.arguments, surroundings.environment)
    }

    private func show(_ text: String) -> Int32 {
        surroundings.output.write(text)
        return Report(surroundings, earlyOutput).status(.done)
    }

    private func reportNothing(_ definition: CommandLineDefinition) -> Int32 {
        let failure = CommandFailure(
            .usage,
            Complaint(
                code: "missing-command", "no command is given",
                hint: "\(definition.program) --help lists the commands"))
        guard !earlyOutput.json else { return report(failure, of: nil, earlyOutput) }
        surroundings.errors.write(definition.help(width: min(surroundings.terminal.columns ?? 100, 100)))
        return failure.exit.status
    }

    private func report(_ failure: CommandFailure, of command: String?, _ output: OutputSettings) -> Int32 {
        Report(surroundings, output).print(failure, of: command)
    }

    // MARK: A command

    private func run(_ line: ParsedCommandLine) async -> Int32 {
        var flags = SettingOptions.given(line)
        var output = OutputSettings.early(flags: flags, environment: surroundings.environment)
        let name = line.command.name
        let command: any Command
        do throws(CommandFailure) {
            guard let type = CommandTable.command(named: name) else {
                throw CommandFailure.bug("the command \(name) is in the table of the command line only")
            }
            command = try Self.make(type, line)
            output.json = command.printsJSON ?? output.json
            if line.flag(SettingOptions.passwordStandardInput) { flags.append(try passwordFromInput()) }
        } catch {
            return report(error, of: name, output)
        }
        let console = Console(
            consoleSettings(output, type(of: command).showsSteps), to: surroundings.errors, input: surroundings.input,
            interruption: surroundings.interruption, clock: surroundings.clock)
        let context = CommandContext(surroundings: surroundings, flags: flags, output: output, console: console)
        let ending = await Operation(command: command, context: context).run()
        let warnings = await console.finish()
        return Report(surroundings, output).print(ending, of: name, warnings)
    }

    private static func make(
        _ type: any Command.Type, _ line: ParsedCommandLine
    ) throws(CommandFailure) -> any Command {
        do throws(UsageError) { return try type.init(line) } catch { throw CommandFailure(error) }
    }

    private func consoleSettings(_ output: OutputSettings, _ showsSteps: Bool) -> ConsoleSettings {
        let color = ColorDecision(choice: output.color, environment: surroundings.environment)
        let isTerminal = surroundings.terminal.showsErrors
        // A caller that wants JSON gets everything in the document, and may read both streams as one.
        let isSilent = output.quiet || (output.json && output.verbosity == 0)
        return ConsoleSettings(
            level: isSilent ? -1 : min(output.verbosity, 2), showsWarnings: !output.quiet && !output.json,
            showsSteps: showsSteps, isLive: isTerminal && surroundings.environment["TERM"] != "dumb",
            page: Page(
                style: Style(isColored: color.isColored(isTerminal: isTerminal)),
                columns: surroundings.terminal.columns))
    }

    /// A password is not longer.
    private static let passwordLimit = 65_536

    private func passwordFromInput() throws(CommandFailure) -> GivenFlag {
        let option = "--\(SettingOptions.passwordStandardInput)"
        guard !surroundings.terminal.isInteractive else {
            throw CommandFailure(
                UsageError(
                    .invalidValue, "\(option) reads the password from a pipe, and standard input is a terminal",
                    hint: "use CQLMIG_PASSWORD or --password-file"))
        }
        guard let bytes = surroundings.input.readAll(limit: Self.passwordLimit),
            var password = String(validating: bytes, as: UTF8.self)
        else {
            throw CommandFailure(
                UsageError(
                    .invalidValue, "\(option): standard input cannot be read, is no UTF-8 or has more than 64 KiB"))
        }
        // `echo` and editors add a line break that is not part of it.
        if password.last?.isNewline == true { password.removeLast() }
        return GivenFlag(.password, [password], spelling: option)
    }
}
