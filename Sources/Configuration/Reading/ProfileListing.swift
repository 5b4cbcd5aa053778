/// Says what a profile targets, without flags and variables: what the file alone would do.
struct ProfileListing {
    let file: ConfigurationFile
    let interpolation: Interpolation

    /// The keyspaces and contact points of a profile put on top of the base.
    func profile(_ profile: ConfigurationFile.Profile) -> ProfileList.Profile {
        let layers = SettingLayers(flags: [:], environment: EnvironmentLayer([:]), file: file, profile: profile)
        var keyspaces = layers.keyspaces()?.shape.fields.compactMap(\.name).flatMap(texts) ?? []
        if case .text(let node)? = layers.keyspaces()?.shape { keyspaces = texts(of: node) }
        var contactPoints = [SettingDefinition.of(.contactPoints).defaultValue].compactMap { $0 }
        if case .node(let node, _, _) = layers.find(.contactPoints) { contactPoints = texts(of: node) }
        return ProfileList.Profile(name: profile.name, keyspaces: keyspaces, contactPoints: contactPoints)
    }

    /// The texts of a value; a text that cannot be resolved stands as it is written, since a list of all profiles must
    /// not fail for want of one profile's variables.
    private func texts(of node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let scalar):
            let text = (try? interpolation.resolve(scalar.text)) ?? scalar.text
            return text.split(separator: ",").map(trimmed)
        case .sequence(let items):
            return items.flatMap(texts)
        case .mapping:
            return []
        }
    }
}
