import Configuration

/// A folder with a configuration file, an environment and a command line.
struct Project {
    var files: MemoryFiles
    var environment: [String: String] = [:]
    var workingDirectory = "/project"

    /// A project whose configuration file has that text.
    init(_ yaml: String? = nil, environment: [String: String] = [:], more: [String: String] = [:]) {
        var all = more
        if let yaml { all["/project/cqlmig.yml"] = yaml }
        files = MemoryFiles(all)
        self.environment = environment
    }

    var loader: ConfigurationLoader {
        ConfigurationLoader(files: files, environment: environment, workingDirectory: workingDirectory)
    }

    /// The settings with these flags, each written `--name=value`.
    func settings(_ flags: String..., scope: SettingScope = .cluster) throws(ConfigurationError) -> Settings {
        try loader.load(flags: Self.given(flags), scope: scope)
    }

    /// What is wrong; empty when nothing is.
    func problems(_ flags: String..., scope: SettingScope = .cluster) -> [ConfigurationProblem] {
        do {
            _ = try loader.load(flags: Self.given(flags), scope: scope)
            return []
        } catch {
            return error.problems
        }
    }

    static func given(_ flags: [String]) -> [GivenFlag] {
        flags.compactMap { flag in
            let spelling = flag.prefix { $0 != "=" }
            guard let name = SettingName(rawValue: String(spelling.dropFirst(2))) else { return nil }
            let value = flag.dropFirst(spelling.count + 1)
            let values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return GivenFlag(name, values, spelling: String(spelling))
        }
    }
}

extension Settings {
    /// The origin of a setting.
    func origin(_ name: SettingName) -> SettingOrigin? { origins.first { $0.setting == name } }
}
