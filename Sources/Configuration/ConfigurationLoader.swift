/// Finds the configuration file and puts flags, environment, profile, file and defaults on top of each other.
public struct ConfigurationLoader: Sendable {
    private let files: any FileReading
    private let environment: [String: String]
    private let workingDirectory: String
    private let otherVariables: Set<String>

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - files: reads the configuration file and the files that it names.
    ///   - environment: all environment variables. An empty variable of a setting counts as not set.
    ///   - workingDirectory: an absolute path. Discovery begins there, and relative paths of flags and variables count
    ///     from it.
    ///   - otherVariables: variables that begin with `CQLMIG_` and are read by other parts of the program; every
    ///     further one that is no setting is an error.
    public init(
        files: any FileReading,
        environment: [String: String],
        workingDirectory: String,
        otherVariables: Set<String> = []
    ) {
        self.files = files
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.otherVariables = otherVariables
    }

    /// The settings that apply.
    ///
    /// - Parameters:
    ///   - flags: what the command line says; of two flags for one setting the last one counts.
    ///   - scope: which settings the command needs.
    /// - Throws: everything that is wrong, at once.
    public func load(flags: [GivenFlag], scope: SettingScope = .cluster) throws(ConfigurationError) -> Settings {
        var (layers, problems) = layers(flags)
        problems += choose(profileOf: &layers)
        problems += layers.file?.base.unsupported ?? []
        problems += layers.profile?.layer.unsupported ?? []
        let reader = SettingReader(layers: layers, interpolation: interpolation(in: layers.file), scope: scope)
        var assembly = SettingsAssembly(reader: reader)
        let result = assembly.settings()
        try ConfigurationError.throwAny(problems + result.problems)
        guard let settings = result.settings else {
            // A setting without a value and without a problem: a default of the table that is not a value of its type.
            throw ConfigurationError(ConfigurationProblem(.missingSetting, "a setting has no usable default"))
        }
        return settings
    }

    /// The profiles of the configuration file.
    ///
    /// - Parameter flags: only `config` is looked at.
    /// - Throws: everything that is wrong with the file as a whole.
    public func profiles(flags: [GivenFlag]) throws(ConfigurationError) -> ProfileList {
        let (layers, problems) = layers(flags)
        try ConfigurationError.throwAny(problems)
        guard let file = layers.file else { return ProfileList(file: nil, profiles: []) }
        let listing = ProfileListing(file: file, interpolation: interpolation(in: file))
        return ProfileList(file: file.path, profiles: file.profiles.map(listing.profile))
    }

    /// Everything but the profile.
    private func layers(_ flags: [GivenFlag]) -> (SettingLayers, [ConfigurationProblem]) {
        let environment = EnvironmentLayer(environment, otherVariables: otherVariables)
        var problems = environment.problems
        for flag in flags where !SettingDefinition.of(flag.setting).isSupported {
            problems.append(
                ConfigurationProblem(.unsupportedSetting, "\(flag.spelling) is not supported by this release")
            )
        }
        var layers = SettingLayers(
            flags: Dictionary(flags.map { ($0.setting, $0) }) { $1 },
            environment: environment
        )
        do {
            if let found = try find(layers) {
                let file = ConfigurationFile(path: found.path, bytes: found.bytes)
                problems += file.problems
                layers.file = file
            }
        } catch {
            problems.append(error)
        }
        return (layers, problems)
    }

    private func find(_ layers: SettingLayers) throws(ConfigurationProblem) -> ConfigurationFileSearch.Found? {
        let search = ConfigurationFileSearch(files: files, workingDirectory: workingDirectory)
        if case .texts(let texts, _, let place)? = layers.findOutsideFile(.config), let path = texts.last {
            return try search.read(path, askedForBy: place.subject)
        }
        return try search.find()
    }

    private func choose(profileOf layers: inout SettingLayers) -> [ConfigurationProblem] {
        guard case .texts(let texts, _, let place)? = layers.findOutsideFile(.profile), let name = texts.last else {
            return []
        }
        layers.profile = layers.file?.profiles.first { $0.name == name }
        guard layers.profile == nil else { return [] }
        guard let file = layers.file else {
            let hint = "no \(ConfigurationFileSearch.fileName) in the working directory or above it"
            return [
                place.problem(.unknownProfile, "asks for the profile \(quoted(name)), and there is no file", hint: hint)
            ]
        }
        let names = file.profiles.map(\.name)
        let near = NearMiss.closest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
        return [
            ConfigurationProblem(
                .unknownProfile,
                "\(place.subject) asks for the profile \(quoted(name)), which is not in \(file.path)\(near)",
                hint: names.isEmpty
                    ? "the file has no profiles" : "its profiles are \(names.map(printable).joined(separator: ", "))"
            )
        ]
    }

    private func interpolation(in file: ConfigurationFile?) -> Interpolation {
        Interpolation(environment: environment, folder: file?.folder ?? "") {
            [files, workingDirectory] path throws(FileReadingError) in
            try files.contents(of: PathText.join(workingDirectory, path), limit: Interpolation.fileLimit)
        }
    }
}
