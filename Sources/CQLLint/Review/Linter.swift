public import MigrationScripts

/// Looks at the scripts of a folder with every rule.
///
/// First each script is looked at alone (``review(_:)``, in any order and on any thread), then all of them together
/// (``report(on:problems:)``).
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

    /// Everything that is to be said of a folder.
    ///
    /// - Parameters:
    ///   - reviews: what came of every script of the folder.
    ///   - problems: what was found on the way to the scripts.
    public func report(on reviews: [ScriptReview], problems: [ScriptProblem] = []) -> LintReport {
        let reviews = reviews.sorted { $0.file.path < $1.file.path }
        let badNames = problems.count { $0.code == .badFilename }
        let outlines = reviews.map { ScriptOutline(file: $0.file, hasDownPart: $0.hasDownPart) }
        let conflicts = ScriptConflicts(among: outlines, knowsAllNames: badNames == 0).problems
        var findings = (problems + conflicts).flatMap(active.findings)
        for review in reviews { findings += review.findings }
        for rule in active.ofFolders {
            guard case .folder(let check) = rule.check else { continue }
            findings += check(FolderContext(scripts: reviews)).map {
                rule.finding($0.remark, file: $0.file, source: nil)
            }
        }
        if active.needsReplay {
            let isWhole = problems.isEmpty && reviews.allSatisfy(\.isReadable)
            var replay = FolderReplay(rules: active, knowsEverything: isWhole)
            findings += replay.findings(in: reviews)
        }
        var silence = Silence(reviews, rules: rules, active: active)
        let heard = silence.apply(to: findings)
        return LintReport(
            files: reviews.count + badNames, findings: heard.findings.sorted(),
            silenced: heard.silenced.sorted { $0.finding < $1.finding })
    }
}
