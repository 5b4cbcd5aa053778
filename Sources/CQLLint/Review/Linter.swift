public import MigrationScripts

/// Looks at the scripts of a folder with every rule.
///
/// First each script is looked at alone (``review(_:)``, in any order and on any thread), then all of them together
/// (``findings(in:problems:)``).
public struct Linter: Sendable {
    /// The rules that there are.
    public let rules: [LintRule]
    private let active: ActiveRules

    /// Makes a linter.
    public init(_ configuration: LintConfiguration = LintConfiguration(), rules: [LintRule] = LintRule.all) {
        self.rules = rules
        active = ActiveRules(rules, configuration)
    }

    /// Looks at one script alone.
    public func review(_ read: ReadScript) -> ScriptReview {
        var reviewer = ScriptReviewer(read, rules: active)
        return reviewer.run()
    }

    /// Everything that was found, in the order of files and places.
    ///
    /// - Parameters:
    ///   - reviews: what came of every script of the folder.
    ///   - problems: what was found on the way to the scripts.
    public func findings(in reviews: [ScriptReview], problems: [ScriptProblem] = []) -> [LintFinding] {
        let reviews = reviews.sorted { $0.file.path < $1.file.path }
        let knowsAllNames = !problems.contains { $0.code == .badFilename }
        let outlines = reviews.map { ScriptOutline(file: $0.file, hasDownPart: $0.hasDownPart) }
        let conflicts = ScriptConflicts(among: outlines, knowsAllNames: knowsAllNames).problems
        var findings = (problems + conflicts).flatMap(active.findings)
        findings += reviews.flatMap(\.findings)
        for rule in active.ofFolders {
            guard case .folder(let check) = rule.check else { continue }
            findings += check(FolderContext(scripts: reviews)).map {
                rule.finding($0.remark, file: $0.file, source: nil)
            }
        }
        if !active.ofReplay.isEmpty || !active.ofRefusals.isEmpty {
            let isWhole = problems.isEmpty && reviews.allSatisfy(\.isReadable)
            var replay = SchemaReplay(rules: active, knowsEverything: isWhole)
            findings += replay.findings(in: reviews)
        }
        var silence = Silence(reviews, rules: rules, active: active)
        return silence.apply(to: findings).sorted()
    }
}
