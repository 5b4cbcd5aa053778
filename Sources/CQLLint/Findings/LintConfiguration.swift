public import CQLSyntax

/// What a user may decide of the linter.
public struct LintConfiguration: Sendable {
    /// What is to become of a rule's findings.
    public enum Level: Hashable, Sendable {
        /// They are not looked for.
        case off
        /// They are looked for, and matter that much.
        case on(LintSeverity)
    }

    /// What was decided of rules, by id; the others have the severity that is theirs.
    public var levels: [String: Level]
    /// The only rules that look; nil for all.
    public var selected: Set<String>?
    /// The release that must be able to run the scripts; nil where none was named.
    public var release: CassandraRelease?
    /// What is to run the scripts, where it was named; ``release`` counts beside it.
    public var platform: LintPlatform?
    /// The keyspace that the scripts are made for; nil where it is not known.
    public var keyspace: String?
    /// The data centre that the configuration says is the nearest; nil where it says none.
    public var localDataCentre: String?

    /// Makes a configuration; without arguments every rule looks, with the severity that is its own.
    public init(
        levels: [String: Level] = [:],
        selected: Set<String>? = nil,
        release: CassandraRelease? = nil,
        platform: LintPlatform? = nil,
        keyspace: String? = nil,
        localDataCentre: String? = nil
    ) {
        self.levels = levels
        self.selected = selected
        self.release = release ?? platform?.release
        self.platform = platform
        self.keyspace = keyspace
        self.localDataCentre = localDataCentre
    }

    /// How much a rule's findings matter; nil where it does not look.
    func severity(of rule: LintRule) -> LintSeverity? {
        if let selected, !selected.contains(rule.id) { return nil }
        switch levels[rule.id] {
        case .off: return nil
        case .on(let severity): return severity
        case nil: return rule.severity
        }
    }
}
