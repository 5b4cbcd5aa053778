extension Settings {
    /// The keyspaces, for a command that cannot do without.
    ///
    /// - Throws: that there is none, and how to name one; or what is missing to know it.
    public func requiredKeyspaces() throws(ConfigurationError) -> [KeyspaceSetting] {
        guard keyspaces.isEmpty else { return keyspaces }
        if let unresolved = origins.first(where: { $0.setting == .keyspace })?.unresolved {
            throw ConfigurationError(ConfigurationProblem(.missingSetting, unresolved, file: file))
        }
        throw ConfigurationError(
            ConfigurationProblem(
                .missingSetting,
                "no keyspace is given, and there is no default",
                file: file,
                hint: "give --keyspace or CQLMIG_KEYSPACE, or the key keyspace in \(file ?? "cqlmig.yml")"
            )
        )
    }
}
