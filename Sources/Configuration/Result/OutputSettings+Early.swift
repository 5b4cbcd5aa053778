extension OutputSettings {
    /// What flags and environment alone say about the output, for errors that come up before the configuration is read.
    ///
    /// A value that is not allowed counts as not given here; reading the configuration reports it.
    public static func early(flags: [GivenFlag], environment: [String: String]) -> OutputSettings {
        let layers = SettingLayers(
            flags: Dictionary(flags.map { ($0.setting, $0) }) { $1 },
            environment: EnvironmentLayer(environment)
        )
        func text(_ name: SettingName) -> String? {
            guard case .texts(let texts, _, _)? = layers.findOutsideFile(name) else { return nil }
            return texts.last
        }
        var output = OutputSettings()
        output.json = text(.json) == "true"
        output.color = text(.color).flatMap(ColorChoice.init(rawValue:)) ?? output.color
        output.quiet = text(.quiet) == "true"
        if let verbosity = text(.verbose), let number = try? IntegerText.parse(verbosity, in: 0...Int.max) {
            output.verbosity = min(number, 3)
        }
        return output
    }
}
