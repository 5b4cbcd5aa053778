import Configuration

/// The profiles of the configuration file.
struct ProfilesDocument: CommandDocument {
    /// A profile.
    struct Item: Sendable {
        let profile: ProfileList.Profile
        /// Whether its cluster could be connected to; nil when that was not tried.
        var isReachable: Bool?
    }

    let file: String?
    var profiles: [Item]

    var data: JSONValue {
        [
            "profiles": .array(
                profiles.map { item in
                    [
                        "name": .string(item.profile.name),
                        "keyspaces": JSONValue(item.profile.keyspaces),
                        "contact_points": JSONValue(item.profile.contactPoints),
                        "reachable": item.isReachable.map(JSONValue.bool) ?? .null,
                    ]
                })
        ]
    }

    func text(on page: Page) -> String {
        guard let file else { return "no cqlmig.yml in the working directory or above it\n" }
        guard !profiles.isEmpty else { return "\(SafeText.line(file)) has no profiles\n" }
        let wasChecked = profiles.contains { $0.isReachable != nil }
        var table = TextTable(
            [.init("PROFILE"), .init("KEYSPACES"), .init("HOSTS")] + (wasChecked ? [.init("REACHABLE")] : []))
        for item in profiles {
            table.add(
                [
                    .init(item.profile.name), .init(item.profile.keyspaces.joined(separator: ", ")),
                    .init(item.profile.contactPoints.joined(separator: ", ")),
                ]
                    + (wasChecked
                        ? [item.isReachable == true ? .init("yes", .good) : .init("no", .error)] : []))
        }
        return table.text(on: page)
    }
}
