/// The layers of settings, put on top of each other: flag, environment, profile, base.
struct SettingLayers {
    /// Where the value of a setting was found.
    enum Found {
        /// In a flag or a variable.
        case texts([String], SettingSource, SettingPlace)
        /// In the file.
        case node(YAMLNode, SettingSource, SettingPlace)
        /// Nowhere, or the file says null.
        case nowhere
    }

    var flags: [SettingName: GivenFlag]
    var environment: EnvironmentLayer
    var file: ConfigurationFile?
    /// The profile that applies.
    var profile: ConfigurationFile.Profile?

    /// The value that wins.
    func find(_ name: SettingName) -> Found {
        if let found = findOutsideFile(name) { return found }
        if let value = profile?.layer.values[name] ?? file?.base.values[name] {
            guard let file, !value.node.isNull else { return .nowhere }
            let isOfProfile = profile?.layer.values[name] != nil
            return .node(
                value.node,
                source(of: value.keyMark, isOfProfile: isOfProfile),
                SettingPlace(subject: SettingDefinition.of(name).key ?? "", file: file.path, mark: value.node.mark)
            )
        }
        return .nowhere
    }

    /// The value in a flag or a variable; nil when there is none.
    func findOutsideFile(_ name: SettingName) -> Found? {
        if let flag = flags[name] {
            return .texts(flag.values, .flag(spelling: flag.spelling), SettingPlace(subject: flag.spelling))
        }
        if let value = environment.values[name] {
            let variable = name.environmentVariable
            return .texts([value], .environment(variable: variable), SettingPlace(subject: variable))
        }
        return nil
    }

    /// What the file says about the keyspaces, the profile on top of the base; nil when it says nothing.
    func keyspaces() -> (shape: KeyspaceShape, key: String, source: SettingSource)? {
        let base = file?.base.keyspaces
        guard let own = profile?.layer.keyspaces else {
            return base.map { ($0.shape, $0.key, source(of: $0.keyMark, isOfProfile: false)) }
        }
        var shape = own.shape
        if case .single(let fields) = shape, case .single(let under)? = base?.shape {
            shape = .single(fields.over(under))
        }
        return (shape, own.key, source(of: own.keyMark, isOfProfile: true))
    }

    /// A place in the file.
    func place(_ subject: String, _ mark: YAMLMark) -> SettingPlace {
        SettingPlace(subject: subject, file: file?.path, mark: mark)
    }

    /// Where a key of the file stands.
    func source(of keyMark: YAMLMark, isOfProfile: Bool) -> SettingSource {
        let path = file?.path ?? ""
        if isOfProfile, let profile {
            return .profile(name: profile.name, file: path, line: keyMark.line, column: keyMark.column)
        }
        return .file(path, line: keyMark.line, column: keyMark.column)
    }
}

extension SettingLayers.Found {
    /// Where it was found.
    var source: SettingSource {
        switch self {
        case .texts(_, let source, _), .node(_, let source, _): source
        case .nowhere: .default
        }
    }

    /// For errors about it.
    var place: SettingPlace? {
        switch self {
        case .texts(_, _, let place), .node(_, _, let place): place
        case .nowhere: nil
        }
    }
}
