import CQLSyntax

/// How a keyspace is replicated, read and checked (`ReplicationParams` and the strategies).
struct ReplicationRules {
    let context: SchemaContext

    private var release: CassandraRelease { context.release }

    /// What a statement says, with what the server adds: the number of replicas in every data centre from 4.0 on.
    func replication(
        _ map: [String: String], previous: [String: String] = [:]
    ) throws(SchemaRefusal) -> Replication {
        var options = map
        guard let name = options.removeValue(forKey: "class") else {
            throw .server(
                "java.lang.NullPointerException: Cannot invoke \"String.contains(java.lang.CharSequence)\" because "
                    + "\"cls\" is null")
        }
        let full = name.contains(".") ? name : Replication.package + name
        guard Self.isKnown(full) else { throw .configuration("Unable to find replication strategy class '\(full)'") }
        if release >= .v40 {
            switch full {
            case Replication.package + "SimpleStrategy":
                options["replication_factor"] =
                    options["replication_factor"] ?? previous["replication_factor"]
                    ?? String(context.settings.defaultReplicas)
            case Replication.package + "NetworkTopologyStrategy": expand(&options, previous)
            default: break
            }
        }
        return Replication(className: full, options: options)
    }

    /// Checks a replication as the strategy itself does, and says what the server warns of.
    func validate(_ replication: Replication, of keyspace: String) throws(SchemaRefusal) -> [String] {
        switch replication.shortClassName {
        case "SimpleStrategy": return try validateSimple(replication.options, keyspace)
        case "NetworkTopologyStrategy": return try validateTopology(replication.options, keyspace)
        default:
            try checkExpected(replication, [], keyspace)
            return []
        }
    }

    /// The replicas of all data centres together.
    static func replicas(_ replication: Replication) -> Int32 {
        replication.options.values.reduce(0) { $0 &+ (Int32($1) ?? 0) }
    }

    private static func isKnown(_ full: String) -> Bool {
        ["SimpleStrategy", "NetworkTopologyStrategy", "LocalStrategy"].contains { full == Replication.package + $0 }
    }

    /// `NetworkTopologyStrategy.prepareOptions`.
    private func expand(_ options: inout [String: String], _ previous: [String: String]) {
        if options.isEmpty {
            options["replication_factor"] = previous["replication_factor"] ?? String(context.settings.defaultReplicas)
        }
        var everywhere = options.removeValue(forKey: "replication_factor")
        if everywhere == nil, options.isEmpty {
            everywhere = previous["replication_factor"]
        } else if everywhere != nil {
            for (name, value) in previous where name != "replication_factor" && options[name] == nil {
                options[name] = value
            }
        }
        if let everywhere {
            guard let replicas = Int32(everywhere), replicas >= 0 else { return }
            for dataCentre in context.dataCentres.keys where options[dataCentre] == nil {
                options[dataCentre] = String(replicas)
            }
        }
        options = options.filter { $0.value != "0" }
    }

    private func validateSimple(_ options: [String: String], _ keyspace: String) throws(SchemaRefusal) -> [String] {
        let replication = Replication(className: "\(Replication.package)SimpleStrategy", options: options)
        if release < .v40 {
            try checkExpected(replication, ["replication_factor"], keyspace)
            guard let written = options["replication_factor"] else {
                throw .configuration("SimpleStrategy requires a replication_factor strategy option.")
            }
            guard let replicas = Int32(written) else {
                throw .configuration("Replication factor must be numeric; found \(written)")
            }
            guard replicas >= 0 else {
                throw .configuration("Replication factor must be non-negative; found \(replicas)")
            }
            return warnings(replicas, keyspace)
        }
        let replicas = try number(options["replication_factor"] ?? "")
        try checkExpected(replication, ["replication_factor"], keyspace)
        return warnings(replicas, keyspace)
    }

    private func warnings(_ replicas: Int32, _ keyspace: String) -> [String] {
        guard Int(replicas) > context.nodes, context.nodes != 0, !isSystem(keyspace) else { return [] }
        return [
            "Your replication factor \(replicas) for keyspace \(keyspace) is higher than the number of nodes "
                + "\(context.nodes)"
        ]
    }

    private func validateTopology(_ options: [String: String], _ keyspace: String) throws(SchemaRefusal) -> [String] {
        let names = JavaHashOrder.sorted(options.keys.sorted())
        for name in names where name.lowercased() == "replication_factor" {
            throw .configuration(
                release < .v40
                    ? "replication_factor is an option for SimpleStrategy, not NetworkTopologyStrategy"
                    : "replication_factor should not appear as an option at construction time for "
                        + "NetworkTopologyStrategy")
        }
        for name in names { _ = try number(options[name] ?? "") }
        if release >= .v40 {
            guard !options.isEmpty else {
                throw .configuration("Configuration for at least one datacenter must be present")
            }
            let replication = Replication(className: "\(Replication.package)NetworkTopologyStrategy", options: options)
            try checkExpected(replication, context.dataCentres.keys.sorted(), keyspace)
        }
        guard !isSystem(keyspace) else { return [] }
        return names.compactMap { name in
            guard let nodes = context.dataCentres[name], nodes != 0, let replicas = Int(options[name] ?? ""),
                replicas > nodes
            else { return nil }
            return "Your replication factor \(replicas) for keyspace \(keyspace) is higher than the number of nodes "
                + "\(nodes) for datacenter \(name)"
        }
    }

    private func number(_ written: String) throws(SchemaRefusal) -> Int32 {
        guard let number = Int32(written) else { throw .configuration("For input string: \"\(written)\"") }
        guard number >= 0 else {
            throw .configuration(
                release < .v40
                    ? "Replication factor must be non-negative; found \(number)"
                    : "Replication factor must be non-negative, found \(number)")
        }
        return number
    }

    private func checkExpected(
        _ replication: Replication, _ expected: [String], _ keyspace: String
    ) throws(SchemaRefusal) {
        let names = JavaHashOrder.sorted(replication.options.keys.sorted())
        guard let unknown = names.first(where: { !expected.contains($0) }) else { return }
        let hint = release >= .v60 ? ". Expected options: [\(expected.joined(separator: ", "))]" : ""
        throw .configuration(
            "Unrecognized strategy option {\(unknown)} passed to \(replication.shortClassName) for keyspace "
                + keyspace + hint)
    }

    private func isSystem(_ keyspace: String) -> Bool {
        SystemKeyspaces.isLocal(keyspace, in: release) || SystemKeyspaces.isReplicated(keyspace, in: release)
    }
}
