import CQLSyntax
import MigrationScripts

/// The rules that look, sorted by what they look at.
///
/// A class, as every statement carries it along.
final class ActiveRules: Sendable {
    let release: CassandraRelease?
    let platform: LintPlatform?
    let keyspace: String?
    let localDataCentre: String?
    let ofScripts: [ActiveRule]
    /// The forms of the statements that the rules on scripts ask for.
    let formsOfScripts: StatementForms
    let ofUnreadable: [ActiveRule]
    let ofFolders: [ActiveRule]
    let ofReplay: [ActiveRule]
    let ofRefusals: [ActiveRule]
    let ofRollbacks: [ActiveRule]
    let byID: [String: ActiveRule]
    /// The rules that look at statements, by the number of the form: each is asked only for those that it is about.
    private let ofStatements: [StatementRules]
    /// The rule that a problem of reading belongs to, by the code of the problem.
    private let reading: [Diagnostic.Code: ActiveRule]
    private let known: Set<Diagnostic.Code>

    /// The rules that look at statements of one form, and apart from them their looks: these are taken for every
    /// statement, and a rule is asked for where it has found something. A class, as every statement asks for one.
    final class StatementRules: Sendable {
        /// A closure in a type of its own: as an element of an array it would be called through another one.
        struct Look: Sendable {
            let remarks: @Sendable (StatementContext) -> [Remark]
        }

        let rules: [ActiveRule]
        let looks: [Look]

        fileprivate init(_ rules: [(rule: ActiveRule, look: Look)]) {
            self.rules = rules.map(\.rule)
            looks = rules.map(\.look)
        }
    }

    init(_ rules: [LintRule], _ configuration: LintConfiguration) {
        release = configuration.release
        platform = configuration.platform
        keyspace = configuration.keyspace
        localDataCentre = configuration.localDataCentre
        known = Set(rules.flatMap(\.checks).flatMap(\.codes))
        let active = rules.flatMap { rule in
            configuration.severity(of: rule).map { severity in
                rule.checks.map { ActiveRule(rule: rule, severity: severity, check: $0) }
            } ?? []
        }
        byID = Dictionary(active.map { ($0.rule.id, $0) }) { $1 }
        reading = Dictionary(active.flatMap { rule in rule.check.codes.map { ($0, rule) } }) { $1 }
        ofStatements = StatementForms.each.map { form in
            StatementRules(
                active.compactMap { rule in
                    guard case .statements(let forms, let look) = rule.check, forms.contains(form) else { return nil }
                    return (rule, StatementRules.Look(remarks: look))
                })
        }
        ofScripts = active.filter { if case .scripts = $0.check { true } else { false } }
        formsOfScripts = ofScripts.reduce(into: []) { forms, rule in
            if case .scripts(let own, _) = rule.check, own != .all { forms.formUnion(own) }
        }
        ofUnreadable = active.filter { if case .unreadable = $0.check { true } else { false } }
        ofFolders = active.filter { if case .folder = $0.check { true } else { false } }
        ofReplay = active.filter { if case .replay = $0.check { true } else { false } }
        ofRefusals = active.filter { if case .refusal = $0.check { true } else { false } }
        ofRollbacks = active.filter { if case .rollback = $0.check { true } else { false } }
    }

    /// The rules that look at statements of one form.
    func ofStatements(_ form: StatementForms) -> StatementRules { ofStatements[form.number] }

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

extension LintRule.Check {
    /// The problems of reading that it stands for.
    fileprivate var codes: Set<Diagnostic.Code> {
        switch self {
        case .reading(let codes), .unreadable(let codes, _): codes
        default: []
        }
    }
}
