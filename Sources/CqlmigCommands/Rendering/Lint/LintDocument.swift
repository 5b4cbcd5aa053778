import CQLLint
import CQLSyntax
import MigrationScripts

/// What `lint` found.
struct LintDocument: CommandDocument {
    let report: LintReport
    /// What was looked at, for the last line of the text.
    let scope: String
    let format: LintFormat
    /// Whether warnings fail as well.
    let isStrict: Bool
    /// How many edits were made; nil when none were asked for.
    let fixed: Int?

    var data: JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "files", value: JSONValue(report.files)),
            .init(key: "findings", value: .array(report.findings.map(\.json))),
            .init(key: "errors", value: JSONValue(report.count(.error))),
            .init(key: "warnings", value: JSONValue(report.count(.warning))),
            .init(key: "silenced", value: JSONValue(report.silenced.count)),
        ]
        if let fixed { members.append(.init(key: "fixed", value: JSONValue(fixed))) }
        return .object(members)
    }

    func text(on page: Page) -> String {
        switch format {
        case .text, .json: plainText(page)
        case .sarif: SARIFLog(report).document.text + "\n"
        case .github: GitHubAnnotations(report).text
        case .junit: JUnitReport(report, isStrict: isStrict).text
        }
    }

    private func plainText(_ page: Page) -> String {
        var text = ""
        for finding in report.findings {
            text += Complaint(finding).text(page.style)
            text += "\n"
        }
        if let fixed { text += "\(counted(fixed, "edit")) made\n" }
        return text + "\(SafeText.line(scope)), \(counted(report.files, "file")): \(summary)\n"
    }

    private var summary: String {
        let counts = [(LintSeverity.error, "error"), (.warning, "warning"), (.info, "remark")].compactMap {
            severity, noun in
            let number = report.count(severity)
            return number == 0 ? nil : counted(number, noun)
        }
        let silenced = report.silenced.isEmpty ? "" : " (\(report.silenced.count) silenced)"
        return (counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) + silenced
    }
}

extension LintFinding {
    /// The finding as it stands in `data`.
    fileprivate var json: JSONValue {
        [
            "rule": .string(rule),
            "severity": .string(severity.rawValue),
            "file": JSONValue(file),
            "line": JSONValue(place?.start.line),
            "column": JSONValue(place?.start.column),
            "end_line": JSONValue(place?.end.line),
            "end_column": JSONValue(place?.end.column),
            "message": .string(message),
            "hint": JSONValue(hint),
        ]
    }
}

extension Complaint {
    /// A finding of the linter.
    init(_ finding: LintFinding) {
        let place = finding.file.map { file in
            Place(
                file: file,
                position: finding.place.map { Position(line: $0.start.line, column: $0.start.column) },
                frame: finding.place.flatMap { place in place.line.map { Frame(text: $0, caret: place.caret) } })
        }
        let severity: Severity =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .info: .info
            }
        self.init(
            severity, code: finding.rule, finding.message, place: place, notes: finding.notes.map(\.text),
            hint: finding.hint)
    }
}
