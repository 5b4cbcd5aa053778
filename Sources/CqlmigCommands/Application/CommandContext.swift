import Configuration
import FoundationEssentials
import MigrationEngine

/// What a command works with: the world, the settings of its command line, and standard error.
struct CommandContext: Sendable {
    let surroundings: Surroundings
    /// The settings that the command line gives.
    let flags: [GivenFlag]
    /// What is printed, and how.
    let output: OutputSettings
    let console: Console

    /// Reads the configuration.
    var configuration: ConfigurationLoader {
        get throws(CommandFailure) {
            guard let folder = surroundings.workingDirectory else {
                throw CommandFailure(
                    .local,
                    Complaint(
                        code: "working-directory", "the working directory does not exist any more",
                        hint: "change to a folder that exists"))
            }
            return ConfigurationLoader(
                files: surroundings.configurationFiles, environment: surroundings.environment,
                workingDirectory: folder)
        }
    }

    /// The settings that apply.
    ///
    /// - Parameter profile: Takes the place of the profile that was asked for.
    func settings(_ scope: SettingScope, profile: String? = nil) throws(CommandFailure) -> Settings {
        var flags = flags
        if let profile { flags.append(GivenFlag(.profile, [profile], spelling: "--profile")) }
        let loader = try configuration
        do throws(ConfigurationError) { return try loader.load(flags: flags, scope: scope) } catch {
            throw CommandFailure(error)
        }
    }

    /// The engine for settings, of which the keyspaces are required.
    func engine(_ settings: Settings) throws(CommandFailure) -> any EngineOperations {
        let keyspaces: [KeyspaceSetting]
        do throws(ConfigurationError) { keyspaces = try settings.requiredKeyspaces() } catch {
            throw CommandFailure(error)
        }
        return engine(settings, keyspaces)
    }

    /// The engine for settings and keyspaces, or for none when it is only to read files.
    func engine(_ settings: Settings, _ keyspaces: [KeyspaceSetting]) -> any EngineOperations {
        let identity = surroundings.identity()
        let environment = EngineEnvironment(
            operatorName: identity.user, host: identity.host, pid: identity.pid, ciURL: identity.ciURL,
            toolVersion: Tool.version, now: surroundings.now, files: surroundings.files,
            parallelism: surroundings.parallelism)
        let configuration = EngineConfiguration(settings, keyspaces)
        guard settings.sandbox else { return surroundings.makeEngine(configuration, environment) }
        let makeEngine = surroundings.makeEngine
        return SandboxedEngine(configuration, now: surroundings.now) { makeEngine($0, environment) }
    }

    /// Prints the results before the command ends, which then says so in its `CommandResult`.
    func print(_ document: any CommandDocument, of command: String) {
        _ = Report(surroundings, output).print(.success(CommandResult(document)), of: command)
    }

    /// Runs an operation of the engine, with its failure as the command's.
    func calling<Value: Sendable>(
        _ operation: () async throws(MigrationError) -> Value
    ) async throws(CommandFailure) -> Value {
        do throws(MigrationError) { return try await operation() } catch { throw failure(error) }
    }

    /// The command's failure for one of the engine.
    func failure(_ error: MigrationError) -> CommandFailure {
        CommandFailure(error, signal: surroundings.interruption.signal)
    }
}
