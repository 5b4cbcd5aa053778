/// Where the value of a setting comes from.
public enum SettingSource: Sendable, Equatable, CustomStringConvertible {
    /// The command line.
    case flag(spelling: String)
    /// An environment variable.
    case environment(variable: String)
    /// The profile that applies; the place is that of the key.
    case profile(name: String, file: String, line: Int, column: Int)
    /// The configuration file outside its profiles; the place is that of the key.
    case file(String, line: Int, column: Int)
    /// Nobody gave it.
    case `default`

    /// For example `flag --keyspace`, `profile prod, cqlmig.yml:14:5` or `default`.
    public var description: String {
        switch self {
        case .flag(let spelling): "flag \(spelling)"
        case .environment(let variable): "environment \(variable)"
        case .profile(let name, let file, let line, let column): "profile \(name), \(file):\(line):\(column)"
        case .file(let file, let line, let column): "\(file):\(line):\(column)"
        case .default: "default"
        }
    }

    /// The higher one wins.
    var rank: Int {
        switch self {
        case .flag: 4
        case .environment: 3
        case .profile: 2
        case .file: 1
        case .default: 0
        }
    }
}
