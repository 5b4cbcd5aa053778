/// The keys of the configuration file as the table of settings has them.
enum KeyTree {
    /// What a key stands for.
    enum Meaning: Sendable, Equatable {
        case setting(SettingName)
        /// The list form of the setting `keyspace`.
        case keyspaces
        /// A mapping with keys of its own.
        case section
        /// A mapping of which this release supports nothing.
        case unsupportedSection
    }

    /// The list form of the key `keyspace`.
    static let keyspacesKey = "keyspaces"
    /// The key of the profiles, at the top of the file only.
    static let profilesKey = "profiles"

    /// What the key with that path stands for; nil when there is no such key.
    static func meaning(of path: String) -> Meaning? { meanings[path] }

    /// The keys that may stand directly in a section; `""` is the top of the file.
    static func keys(in section: String) -> [String] { keysOfSection[section] ?? [] }

    /// The same, without those that this release does not support.
    static func supportedKeys(in section: String) -> [String] {
        keys(in: section).filter { key in
            switch meaning(of: path(section, key)) {
            case .setting(let name): SettingDefinition.of(name).isSupported
            case .keyspaces, .section: true
            case .unsupportedSection, nil: false
            }
        }
    }

    /// The path of the key that somebody probably meant, looked for in the section first and then everywhere.
    static func nearMiss(of key: String, in section: String, isTop: Bool) -> String? {
        let siblings = keys(in: section) + (isTop ? [profilesKey] : [])
        if let near = NearMiss.closest(to: key, among: siblings) { return path(section, near) }
        let everywhere = meanings.keys.filter { $0 != section }.sorted()
        if let path = everywhere.first(where: { $0.hasSuffix(".\(key)") }) ?? everywhere.first(where: { $0 == key }) {
            return path
        }
        // `auth_username` in `cassandra` means `cassandra.auth.username`.
        let names = everywhere.map { $0.hasPrefix("\(section).") ? String($0.dropFirst(section.count + 1)) : $0 }
        return NearMiss.closest(to: key, among: names).flatMap { names.firstIndex(of: $0) }.map { everywhere[$0] }
    }

    /// The path of a key in a section.
    static func path(_ section: String, _ key: String) -> String {
        section.isEmpty ? key : "\(section).\(key)"
    }

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [keyspacesKey: .keyspaces]
        for definition in SettingDefinition.all {
            guard let key = definition.key else { continue }
            meanings[key] = .setting(definition.name)
            var section = parent(of: key)
            while let path = section {
                let isSupported = definition.isSupported || meanings[path] == .section
                meanings[path] = isSupported ? .section : .unsupportedSection
                section = parent(of: path)
            }
        }
        return meanings
    }()

    private static let keysOfSection: [String: [String]] = {
        var keys: [String: [String]] = [:]
        for path in meanings.keys.sorted() {
            let section = parent(of: path) ?? ""
            keys[section, default: []].append(String(path.split(separator: ".").last ?? ""))
        }
        return keys
    }()

    private static func parent(of path: String) -> String? {
        path.lastIndex(of: ".").map { String(path[..<$0]) }
    }
}
