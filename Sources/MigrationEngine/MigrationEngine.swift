public import MigrationScripts

/// Applies the scripts of a folder to keyspaces of a Cassandra cluster, once each, and knows what was applied.
///
/// An engine holds a configuration and nothing else: every operation connects, works and disconnects. Cancelling the
/// task of an operation stops it after the statement that is under way; that statement's outcome is written down and the
/// lock is given back.
public struct MigrationEngine: Sendable {
    /// What the engine works on.
    public let configuration: EngineConfiguration
    /// Who runs it, and where.
    public let environment: EngineEnvironment

    /// An engine for a configuration; nothing is read or connected to yet.
    public init(configuration: EngineConfiguration, environment: EngineEnvironment) {
        self.configuration = configuration
        self.environment = environment
    }

    /// Reads all scripts of the folder.
    ///
    /// - Throws: `MigrationError` with `invalidScripts` and every problem of every file, or `unsupportedScripts`.
    public func loadScripts() async throws(MigrationError) -> ScriptSet {
        let directory = ScriptDirectory(
            configuration.migrations, in: environment.files, readingOn: environment.readers)
        let scripts: ScriptSet
        do throws(ScriptError) { scripts = try await directory.load(parallelism: environment.parallelism) } catch {
            throw MigrationError(error)
        }
        let unsupported = scripts.repeatables + scripts.always
        guard unsupported.isEmpty else {
            throw MigrationError(
                .unsupportedScripts,
                "repeatable and always scripts are not run by this release: "
                    + unsupported.map(\.path).joined(separator: ", "),
                hint: "move them out of \(configuration.migrations), or make them versioned")
        }
        return scripts
    }
}
