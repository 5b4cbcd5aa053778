import ArgumentParsing

/// One side of a comparison of schemas, as it is named on the command line.
enum SchemaSide: Equatable, Sendable {
    /// A keyspace of the cluster that the settings name.
    case keyspace(String)
    /// The keyspace of a profile, on the profile's cluster.
    case profile(String)
    /// A folder of migrations, or a file of CQL.
    case path(String)

    /// Reads a side.
    ///
    /// - Parameter option: What it is called on the command line.
    init(_ text: String, of option: String) throws(UsageError) {
        let (prefix, name) = Self.parts(text)
        switch prefix {
        case "keyspace": self = .keyspace(name)
        case "profile": self = .profile(name)
        default:
            self = .path(text)
        }
        guard !name.isEmpty else {
            throw UsageError(
                .invalidValue, "\(option) \(text) names nothing",
                hint: "a side is keyspace:NAME, profile:NAME, a folder of migrations or a file")
        }
    }

    private static func parts(_ text: String) -> (prefix: String?, name: String) {
        guard let colon = text.firstIndex(of: ":") else { return (nil, text) }
        let prefix = String(text[..<colon])
        guard prefix == "keyspace" || prefix == "profile" else { return (nil, text) }
        return (prefix, String(text[text.index(after: colon)...]))
    }

    /// As it stands on the command line.
    var label: String {
        switch self {
        case .keyspace(let name): "keyspace:\(name)"
        case .profile(let name): "profile:\(name)"
        case .path(let path): path
        }
    }

    /// Whether a cluster has to be asked.
    var isLive: Bool {
        if case .path = self { return false }
        return true
    }
}
