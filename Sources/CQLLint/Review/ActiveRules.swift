import CQLSyntax
import MigrationScripts

/// A rule that looks, and how much its findings matter.
final class ActiveRule: Sendable {
    let rule: LintRule
    let severity: LintSeverity
    /// One of the ways in which it looks.
    let check: LintRule.Check

    init(rule: LintRule, severity: LintSeverity, check: LintRule.Check) {
        self.rule = rule
        self.severity = severity
        self.check = check
    }

    /// The finding for a remark of the rule.
    func finding(_ remark: Remark, file: ScriptFile, source: SourceText?) -> LintFinding {
        var place: ScriptProblem.Place?
        if let source, let range = remark.range { place = ScriptProblem.Place(range, in: source) }
        return LintFinding(
            rule: rule.id, severity: severity, message: remark.message, hint: remark.hint ?? rule.recipe,
            file: file.shownPath, place: place, edits: remark.edits)
    }
}

/// The rules that look, sorted by what they look at.
struct ActiveRules: Sendable {
    let release: CassandraRelease?
    let platform: LintPlatform?
    let keyspace: String?
    let localDataCentre: String?
    private(set) var ofStatements: [ActiveRule] = []
    private(set) var ofScripts: [ActiveRule] = []
    private(set) var ofUnreadable: [ActiveRule] = []
    private(set) var ofFolders: [ActiveRule] = []
    private(set) var ofReplay: [ActiveRule] = []
    private(set) var ofRefusals: [ActiveRule] = []
    private(set) var ofRollbacks: [ActiveRule] = []
    private(set) var byID: [String: ActiveRule] = [:]
    /// The rule that a problem of reading belongs to, by the code of the problem.
    private var reading: [Diagnostic.Code: ActiveRule] = [:]
    private let known: Set<Diagnostic.Code>

    init(_ rules: [LintRule], _ configuration: LintConfiguration) {
        release = configuration.release
        platform = configuration.platform
        keyspace = configuration.keyspace
        localDataCentre = configuration.localDataCentre
        var known: Set<Diagnostic.Code> = []
        for check in rules.flatMap(\.checks) {
            switch check {
            case .reading(let codes), .unreadable(let codes, _): known.formUnion(codes)
            default: break
            }
        }
        self.known = known
        for rule in rules {
            guard let severity = configuration.severity(of: rule) else { continue }
            for check in rule.checks { add(ActiveRule(rule: rule, severity: severity, check: check)) }
        }
    }

    private mutating func add(_ active: ActiveRule) {
        byID[active.rule.id] = active
        switch active.check {
        case .reading(let codes): for code in codes { reading[code] = active }
        case .unreadable(let codes, _):
            ofUnreadable.append(active)
            for code in codes { reading[code] = active }
        case .statements: ofStatements.append(active)
        case .script: ofScripts.append(active)
        case .folder: ofFolders.append(active)
        case .replay: ofReplay.append(active)
        case .refusal: ofRefusals.append(active)
        case .rollback: ofRollbacks.append(active)
        case .ignores: break
        }
    }

    /// The release whose grammar has to read the scripts; nil for all of them, and for what is only compatible with
    /// Cassandra and has a grammar of its own.
    var grammar: CassandraRelease? {
        switch platform {
        case .dse, .astra, .keyspaces, .scylla: nil
        case .cassandra311, .cassandra41, .cassandra50, .cassandra60, nil: release
        }
    }

    /// Whether any rule asks for the schema.
    var needsReplay: Bool { !ofReplay.isEmpty || !ofRefusals.isEmpty || !ofRollbacks.isEmpty }

    /// The release by whose rules the scripts are replayed.
    var replayRelease: CassandraRelease { release ?? .v50 }

    /// The finding for what reading a script brought up; none where its rule does not look.
    func findings(of problem: ScriptProblem) -> [LintFinding] {
        let active = reading[problem.code]
        // A problem that no rule stands for is never lost.
        guard active != nil || !known.contains(problem.code) else { return [] }
        let own: LintSeverity = problem.severity == .error ? .error : .warning
        return [
            LintFinding(
                rule: active?.rule.id ?? problem.code.rawValue, severity: active?.severity ?? own,
                message: problem.message, hint: problem.hint ?? active?.rule.recipe, file: problem.file,
                place: problem.place, notes: problem.notes)
        ]
    }
}
