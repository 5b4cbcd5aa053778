extension SettingReader {
    /// What is decided of rules of the linter, by the order of their names; nil when something about it is a problem.
    ///
    /// A profile decides rule by rule: what it does not name stays as the base has it. A variable replaces all of it.
    mutating func lintRules() -> [LintRuleSetting]? {
        let problemsBefore = problems.count
        var rules: [String: LintRuleSetting] = [:]
        var source = SettingSource.default
        if case .texts(let texts, let given, let place)? = layers.findOutsideFile(.lintRules) {
            source = given
            for text in texts { readRules(text, place, into: &rules) }
        } else {
            if let base = layers.file?.base.values[.lintRules] {
                source = layers.source(of: base.keyMark, isOfProfile: false)
                readRules(base.node, into: &rules)
            }
            if let own = layers.profile?.layer.values[.lintRules] {
                source = layers.source(of: own.keyMark, isOfProfile: true)
                if own.node.isNull { rules = [:] }
                readRules(own.node, into: &rules)
            }
        }
        guard problems.count == problemsBefore else { return nil }
        let sorted = rules.values.sorted { $0.rule < $1.rule }
        let text = sorted.map { "\($0.rule)=\($0.level.rawValue)" }.joined(separator: ", ")
        record(.lintRules, sorted.isEmpty ? nil : text, source)
        return sorted
    }

    /// `no-rollback: off`, one entry for a rule.
    private mutating func readRules(_ node: YAMLNode, into rules: inout [String: LintRuleSetting]) {
        guard !node.isNull else { return }
        guard case .mapping(let entries) = node.content else {
            let place = layers.place("lint.rules", node.mark)
            return problems.append(
                place.problem(.wrongType, "must be a mapping from rules to levels, not \(node.kindWords)"))
        }
        for entry in entries {
            let place = layers.place("lint.rules.\(printable(entry.key))", entry.value.mark)
            do throws(ConfigurationProblem) {
                let text = try text(of: entry.value, place)
                guard let level = converted(text, .ruleLevels, Self.level) else { continue }
                rules[entry.key] = LintRuleSetting(
                    entry.key, level, file: layers.file?.path, line: entry.keyMark.line, column: entry.keyMark.column)
            } catch {
                note(error, for: .lintRules, .default)
            }
        }
    }

    /// `no-rollback=off,column-drop=error`.
    private mutating func readRules(
        _ text: String, _ place: SettingPlace, into rules: inout [String: LintRuleSetting]
    ) {
        for part in text.split(separator: ",") {
            let words = part.split(separator: "=", maxSplits: 1).map { trimmed($0) }
            guard words.count == 2, let name = words.first, let word = words.last else {
                problems.append(place.problem(.invalidValue, "must be RULE=LEVEL, not \(quoted(trimmed(part)))"))
                continue
            }
            guard let level = converted(SettingText(text: word, place: place), .ruleLevels, Self.level) else {
                continue
            }
            rules[name] = LintRuleSetting(name, level)
        }
    }

    private static func level(_ text: SettingText) throws(ValueError) -> LintLevelName {
        if let level = LintLevelName(rawValue: text.text.lowercased()) { return level }
        let words = LintLevelName.allCases.map(\.rawValue)
        let near = NearMiss.closest(to: text.text, among: words).map { "; did you mean \($0)?" } ?? ""
        throw ValueError("must be \(alternatives(words)), not \(quoted(text.text))\(near)")
    }
}
