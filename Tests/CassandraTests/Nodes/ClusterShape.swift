/// What a cluster consists of.
struct ClusterShape: Sendable {
    /// How many nodes it has.
    var nodes = 3
    /// Over how many data centres they are spread, in turn.
    var dataCenters = 1
    /// Whether it asks for a password: user `cassandra`, password `cassandra`.
    var asksForPassword = false
    /// Lines of cassandra.yaml; a value may be JSON.
    var settings: [String: String] = [:]

    /// The arguments of the launcher that say so.
    var arguments: [String] {
        ["--nodes", "\(nodes)", "--dcs", "\(dataCenters)"] + (asksForPassword ? ["--auth"] : [])
            + settings.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    }
}
