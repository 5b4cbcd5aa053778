import CQLClient

/// What the configuration of the nodes refuses: guardrails, features that are off, thresholds that are near.
struct SettingCheck {
    let settings: Fact<NodeConfiguration>
    /// The tables of all users; nil where they could not be counted.
    let tables: Int?
    let sizes: [String: SchemaSize]
    /// With what the log is read and written.
    let consistency: Consistency
    let serialConsistency: Consistency
    /// For whom the guardrails are to hold.
    let standing: Access.Standing

    var findings: [DoctorFinding] {
        switch settings {
        case .unknown(let reason):
            return [DoctorFinding(.settings, .unknown, "what the nodes refuse could not be read: \(reason)")]
        case .known(let settings):
            var findings = features(settings)
            let guarded = guardrails(settings)
            findings += standing == .superuser || standing == .anonymous ? [] : guarded
            if !settings.silent.isEmpty {
                findings.append(
                    DoctorFinding(
                        .settings, .unknown,
                        "what these nodes refuse could not be read: \(settings.silent.joined(separator: ", "))"))
            }
            guard findings.isEmpty else { return findings }
            return [DoctorFinding(.settings, .ok, summary(settings, unheld: guarded.count))]
        }
    }

    // MARK: Features

    /// What is off as delivered, and matters only to a keyspace that has such objects.
    private func features(_ settings: NodeConfiguration) -> [DoctorFinding] {
        let views = sizes.filter(\.value.hasViews).keys.sorted()
        let functions = sizes.filter(\.value.hasFunctions).keys.sorted()
        let used = [
            ("materialized_views_enabled", "materialized views", views),
            ("user_defined_functions_enabled", "functions", functions),
        ]
        return used.flatMap { setting, what, keyspaces -> [DoctorFinding] in
            guard !keyspaces.isEmpty else { return [] }
            return settings.values(of: setting).filter { $0.value == "false" }.map { value in
                warning(
                    "\(setting) is false\(settings.place(value.nodes)): no new \(what) can be made, and "
                        + "\(keyspaces.joined(separator: ", ")) has some")
            }
        }
    }

    // MARK: Guardrails

    private func guardrails(_ settings: NodeConfiguration) -> [DoctorFinding] {
        let switches = RefusingSwitch.all.flatMap { item in
            settings.values(of: item.setting).filter { $0.value == "false" }.map { value in
                warning("\(item.setting) is false\(settings.place(value.nodes)): it refuses \(item.refused)")
            }
        }
        let lists = RefusingSwitch.lists.flatMap { setting, what in
            settings.values(of: setting).filter { !Self.words($0.value).isEmpty }.map { value in
                let words = Self.words(value.value).joined(separator: ", ")
                return warning("\(setting)\(settings.place(value.nodes)) refuses \(what) \(words)")
            }
        }
        return switches + lists + levels(settings) + thresholds(settings)
    }

    /// Consistency levels without which log and lock cannot be used.
    private func levels(_ settings: NodeConfiguration) -> [DoctorFinding] {
        let needed = [
            ("read_consistency_levels_disallowed", [serialConsistency]),
            ("write_consistency_levels_disallowed", [consistency, serialConsistency]),
        ]
        return needed.flatMap { setting, levels in
            settings.values(of: setting).compactMap { value -> DoctorFinding? in
                let refused = levels.map(\.description).filter(Self.words(value.value).contains)
                guard !refused.isEmpty else { return nil }
                return DoctorFinding(
                    .settings, .problem,
                    "\(setting)\(settings.place(value.nodes)) refuses \(refused.joined(separator: ", ")), with which log "
                        + "and lock are used",
                    hint: "allow it on the nodes, or choose others with --consistency and --serial-consistency")
            }
        }
    }

    private func thresholds(_ settings: NodeConfiguration) -> [DoctorFinding] {
        RefusingThreshold.all(tables: tables, sizes: sizes).flatMap { threshold in
            settings.values(of: threshold.setting).compactMap { value -> DoctorFinding? in
                guard let limit = Int(value.value), limit > 0, let distance = threshold.distance(from: limit) else {
                    return nil
                }
                let words = "\(threshold.setting) is \(limit)\(settings.place(value.nodes)), and \(threshold.present)"
                switch distance {
                case .reached:
                    return DoctorFinding(
                        .settings, threshold.isForAll ? .problem : .warning,
                        "\(words): \(threshold.refused) is refused",
                        hint: Self.hint)
                case .near: return warning("\(words): \(threshold.refused) is soon refused")
                }
            }
        }
    }

    // MARK: Words

    private static let hint =
        "whoever runs the nodes set it; migrations that need it must wait until it is changed in cassandra.yaml"

    private func warning(_ words: String) -> DoctorFinding {
        DoctorFinding(.settings, .warning, words, hint: Self.hint)
    }

    /// The elements of a set as `system_views.settings` shows it: `[QUORUM, SERIAL]`.
    private static func words(_ value: String) -> [String] {
        value.split { "[]{}, ".contains($0) }.map(String.init)
    }

    private func summary(_ settings: NodeConfiguration, unheld: Int) -> String {
        var words = "no guardrail refuses a change of the schema"
        if unheld > 0 {
            words =
                "guardrails are set (\(unheld)), which hold neither for superusers nor where nobody logs in"
        }
        let off = RefusingSwitch.features.filter { feature in
            settings.values(of: feature.setting).contains { $0.value == "false" }
        }
        guard !off.isEmpty else { return words }
        return "\(words); off: \(off.map(\.refused).joined(separator: ", "))"
    }
}
