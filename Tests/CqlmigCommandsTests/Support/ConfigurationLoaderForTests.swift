import Configuration

/// The settings of a project in memory.
enum ConfigurationLoaderForTests {
    static func settings(
        _ project: MemoryProject, flags: [GivenFlag] = [], environment: [String: String] = [:]
    ) throws(ConfigurationError) -> Settings {
        try ConfigurationLoader(files: project, environment: environment, workingDirectory: "/project")
            .load(flags: flags)
    }
}
