import Configuration

/// The `cqlmig.yml` that a project begins with: what the command line said, so that it need not be said again.
struct StartingConfiguration {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    var text: String {
        """
        # What cqlmig connects to and migrates; `cqlmig config show` lists every setting and where it comes from.
        cassandra:
        \(lines(cassandra, indent: "  "))
        \(lines(keyspace, indent: ""))
        migrations: \(Self.scalar(isGiven(.directory) ? settings.directory : "migrations"))

        """
    }

    private var cassandra: [String] {
        let points = isGiven(.contactPoints) ? settings.contactPoints.map(\.description) : ["localhost"]
        var lines = ["contact_points: [\(points.map(Self.scalar).joined(separator: ", "))]"]
        if isGiven(.port) { lines.append("port: \(settings.port)") }
        if isGiven(.localDataCenter), let name = settings.localDataCenter {
            lines.append("local_dc: \(Self.scalar(name))")
        }
        if isGiven(.username), let name = settings.username {
            lines.append("auth:")
            lines.append("  username: \(Self.scalar(name))")
            lines.append(
                "  # The password: CQLMIG_PASSWORD, --password-file, or a reference such as \"${NAME:?}\" here.")
        }
        return lines
    }

    private var keyspace: [String] {
        var lines: [String] = []
        let names = isGiven(.keyspace) ? settings.keyspaces.map(\.name) : []
        switch names.count {
        case 0: lines.append("# keyspace: myapp   # what is migrated; there is no default")
        case 1: lines += names.map { "keyspace: \(Self.scalar($0))" }
        default: lines.append("keyspaces: [\(names.map(Self.scalar).joined(separator: ", "))]")
        }
        lines += [
            "# For `cqlmig init` to create it:",
            "# keyspace: { name: \(names.first ?? "myapp"), "
                + "replication: { class: NetworkTopologyStrategy, datacenter1: 3 } }",
        ]
        if isGiven(.historyKeyspace), let name = settings.historyKeyspace {
            lines.append("history_keyspace: \(Self.scalar(name))")
        }
        return lines
    }

    /// Whether the command line gives it: what an environment variable says today need not hold for the project.
    private func isGiven(_ name: SettingName) -> Bool {
        guard case .flag? = settings.origins.first(where: { $0.setting == name })?.source else { return false }
        return true
    }

    private func lines(_ lines: [String], indent: String) -> String {
        lines.map { indent + $0 }.joined(separator: "\n")
    }

    /// A text as YAML: in quotes unless every reader takes it for a text.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "-"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
            && text.utf8.first.map { $0 >= UInt8(ascii: "A") } == true
            && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        if isPlain { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            // A dollar in the file begins a reference; two of them are one.
            case "$": result += "$$"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
