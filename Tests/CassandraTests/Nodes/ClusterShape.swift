/// What a cluster consists of.
struct ClusterShape: Sendable {
    /// How many nodes it has.
    var nodes = 3
    /// Over how many data centres they are spread, in turn.
    var dataCenters = 1
    /// Whether it asks for a password: user `cassandra`, password `cassandra`.
    var asksForPassword = false
    /// Whether each node has a network of its own, so that the last one can be cut off from the others; needs root.
    var isIsolated = false
    /// How many seconds the clocks of nodes are ahead.
    var clocks: [Int: Int] = [:]
    /// Lines of cassandra.yaml; a value may be JSON.
    var settings: [String: String] = [:]

    /// The arguments of the launcher that say so.
    var arguments: [String] {
        ["--nodes", "\(nodes)", "--dcs", "\(dataCenters)"] + (asksForPassword ? ["--auth"] : [])
            + (isIsolated ? ["--isolated"] : []) + clocks.flatMap { ["--clock", "\($0.key)=\($0.value)"] }
            + settings.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    }
}

extension ClusterShape {
    /// The first three numbers of the nodes' addresses: on the loopback device, or of a network of their own.
    func base(in folder: ClusterFolder) -> String {
        isIsolated ? "10\(folder.base.drop { $0 != "." })" : folder.base
    }
}
