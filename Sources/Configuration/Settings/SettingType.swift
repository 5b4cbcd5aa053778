/// What the value of a setting may be.
public enum SettingType: Sendable, Equatable {
    /// Any text that is not empty.
    case text
    /// A path; a relative one counts from the file that names it, or from the working directory.
    case path
    /// The name of one keyspace.
    case keyspaceName
    /// Keyspaces, each with or without its replication.
    case keyspaces
    /// `host`, `host:port` or `[v6]:port`, several of them.
    case contactPoints
    /// A whole number within these bounds.
    case integer(ClosedRange<Int>)
    /// A time within these bounds.
    case duration(ClosedRange<Duration>, wholeSeconds: Bool = false)
    /// `true` or `false`.
    case boolean
    /// One of these words; capitals do not matter.
    case choice([String])
    /// Levels by the name of a rule.
    case ruleLevels
    /// Known by name only: the setting is not supported by this release.
    case opaque

    /// What the documentation calls it.
    public var description: String {
        switch self {
        case .text: "text"
        case .path: "path"
        case .keyspaceName: "keyspace"
        case .keyspaces: "list of keyspaces"
        case .contactPoints: "list of hosts"
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .duration: "duration"
        case .boolean: "true or false"
        case .choice(let words): words.joined(separator: ", ")
        case .ruleLevels: "rules with \(LintLevelName.allCases.map(\.rawValue).joined(separator: ", "))"
        case .opaque: ""
        }
    }
}
