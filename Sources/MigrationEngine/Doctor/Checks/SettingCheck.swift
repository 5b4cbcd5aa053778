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
            if standing != .superuser, standing != .anonymous { findings += guarded }
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
        feature("materialized_views_enabled", "materialized views", \.hasViews, settings)
            + feature("user_defined_functions_enabled", "functions", \.hasFunctions, settings)
    }

    private func feature(
        _ setting: String, _ what: String, _ isUsed: (SchemaSize) -> Bool, _ settings: NodeConfiguration
    ) -> [DoctorFinding] {
        let keyspaces = sizes.keys.sorted().filter { sizes[$0].map(isUsed) ?? false }
        guard !keyspaces.isEmpty else { return [] }
        var found: [DoctorFinding] = []
        for value in settings.values(of: setting) where value.text == "false" {
            found.append(
                warning(
                    "\(setting) is false\(value.place): no new \(what) can be made, and "
                        + "\(keyspaces.joined(separator: ", ")) has some"))
        }
        return found
    }

    // MARK: Guardrails

    private func guardrails(_ settings: NodeConfiguration) -> [DoctorFinding] {
        var found: [DoctorFinding] = []
        for item in RefusingSwitch.all {
            for value in settings.values(of: item.setting) where value.text == "false" {
                found.append(warning("\(item.setting) is false\(value.place): it refuses \(item.refused)"))
            }
        }
        for item in RefusingSwitch.lists {
            for value in settings.values(of: item.setting) {
                let words = value.words
                guard !words.isEmpty else { continue }
                found.append(
                    warning("\(item.setting)\(value.place) refuses \(item.refused) \(words.joined(separator: ", "))"))
            }
        }
        found += levels("read_consistency_levels_disallowed", [serialConsistency.description], settings)
        found += levels(
            "write_consistency_levels_disallowed", [consistency.description, serialConsistency.description], settings)
        return found + thresholds(settings)
    }

    /// Consistency levels without which log and lock cannot be used.
    private func levels(_ setting: String, _ needed: [String], _ settings: NodeConfiguration) -> [DoctorFinding] {
        var found: [DoctorFinding] = []
        for value in settings.values(of: setting) {
            let words = value.words
            let refused = needed.filter { words.contains($0) }
            guard !refused.isEmpty else { continue }
            found.append(
                DoctorFinding(
                    .settings, .problem,
                    "\(setting)\(value.place) refuses \(refused.joined(separator: ", ")), with which log and lock are used",
                    hint: "allow it on the nodes, or choose others with --consistency and --serial-consistency"))
        }
        return found
    }

    private func thresholds(_ settings: NodeConfiguration) -> [DoctorFinding] {
        var found: [DoctorFinding] = []
        for threshold in RefusingThreshold.all(tables: tables, sizes: sizes) {
            for value in settings.values(of: threshold.setting) {
                guard let limit = Int(value.text), limit > 0, let distance = threshold.distance(from: limit) else {
                    continue
                }
                let words =
                    "\(threshold.setting) is \(limit)\(value.place), and \(threshold.present): \(threshold.refused)"
                switch distance {
                case .reached:
                    found.append(
                        DoctorFinding(
                            .settings, threshold.isForAll ? .problem : .warning, "\(words) is refused", hint: Self.hint)
                    )
                case .near: found.append(warning("\(words) is soon refused"))
                }
            }
        }
        return found
    }

    // MARK: Words

    private static let hint =
        "whoever runs the nodes set it; migrations that need it must wait until it is changed in cassandra.yaml"

    private func warning(_ words: String) -> DoctorFinding {
        DoctorFinding(.settings, .warning, words, hint: Self.hint)
    }

    private func summary(_ settings: NodeConfiguration, unheld: Int) -> String {
        var words = "no guardrail refuses a change of the schema"
        if unheld > 0 {
            words =
                "guardrails are set (\(unheld)), which hold neither for superusers nor where nobody logs in"
        }
        let off = RefusingSwitch.features.filter { feature in
            settings.values(of: feature.setting).contains { $0.text == "false" }
        }
        guard !off.isEmpty else { return words }
        return "\(words); off: \(off.map(\.refused).joined(separator: ", "))"
    }
}
