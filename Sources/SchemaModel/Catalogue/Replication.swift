/// How a keyspace's rows are spread over the nodes (`ReplicationParams`).
public struct Replication: Hashable, Sendable {
    /// The full name of the strategy's class, as `system_schema` shows it.
    public var className: String
    /// The strategy's options: data centres and numbers of replicas.
    public var options: [String: String]

    /// Makes a replication.
    public init(className: String, options: [String: String] = [:]) {
        self.className = className
        self.options = options
    }

    /// `SimpleStrategy` with a number of replicas.
    public static func simple(_ replicas: Int) -> Self {
        Self(className: "\(package)SimpleStrategy", options: ["replication_factor": String(replicas)])
    }

    /// The strategy of the keyspaces that every node has for itself.
    public static let local = Self(className: "\(package)LocalStrategy")

    /// What stands in front of the server's own strategies.
    static let package = "org.apache.cassandra.locator."

    /// The class's name without the package of the server's own strategies.
    public var shortClassName: String {
        className.hasPrefix(Self.package) ? String(className.dropFirst(Self.package.count)) : className
    }
}

extension Replication {
    /// The replication as CQL, the class first.
    var text: String {
        let entries = options.sorted { $0.key < $1.key }.map {
            "\(CQLText.string($0.key)): \(CQLText.string($0.value))"
        }
        return "{\((["'class': \(CQLText.string(shortClassName))"] + entries).joined(separator: ", "))}"
    }
}
