import CQLLint
import CQLSyntax
import MigrationScripts

/// Findings as the workflow commands of GitHub Actions, which shows them beside the lines of a change.
struct GitHubAnnotations {
    private let report: LintReport

    init(_ report: LintReport) { self.report = report }

    var text: String { report.findings.map(Self.line).joined() }

    private static func line(_ finding: LintFinding) -> String {
        var properties: [(String, String)] = []
        if let file = finding.file { properties.append(("file", file)) }
        if let place = finding.place {
            properties.append(("line", "\(place.start.line)"))
            properties.append(("endLine", "\(place.end.line)"))
            // Columns of more than one line are refused there.
            if place.start.line == place.end.line {
                properties.append(("col", "\(place.start.column)"))
                properties.append(("endColumn", "\(max(place.end.column, place.start.column + 1))"))
            }
        }
        properties.append(("title", finding.rule))
        let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
        let message = finding.hint.map { "\(finding.message)\n\($0)" } ?? finding.message
        return "::\(command(finding.severity)) \(list)::\(escaped(message, isProperty: false))\n"
    }

    private static func command(_ severity: LintSeverity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }

    /// What would end the command, or a property of it, as the runner wants it.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
