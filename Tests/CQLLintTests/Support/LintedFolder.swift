import CQLSyntax
import MigrationScripts

@testable import CQLLint

/// A folder of scripts that exists in a test only, and what the linter says of it.
struct LintedFolder {
    /// Everything that was found.
    let report: LintReport

    init(_ files: [String: [UInt8]], _ configuration: LintConfiguration = LintConfiguration()) {
        let linter = Linter(configuration)
        var reviews: [ScriptReview] = []
        var problems: [ScriptProblem] = []
        for (path, bytes) in files {
            do throws(BadFilename) {
                let name = try ScriptName(fileName: path.split(separator: "/").last.map(String.init) ?? path)
                let file = ScriptFile(path: path, shownPath: path, name: name)
                reviews.append(linter.review(ReadScript(file: file, bytes: bytes)))
            } catch {
                problems.append(ScriptProblem(.badFilename, error.description, file: path, hint: error.hint))
            }
        }
        report = linter.report(on: reviews, problems: problems)
    }

    init(_ files: [String: String], _ configuration: LintConfiguration = LintConfiguration()) {
        self.init(files.mapValues { Array($0.utf8) }, configuration)
    }

    /// What one rule found in one file.
    func findings(of rule: LintRule, in file: String) -> [LintFinding] {
        report.findings.filter { $0.rule == rule.id && $0.file == file }
    }
}
