import CQLLint
import CQLSyntax
import MigrationScripts

/// Findings as a report of tests: a suite for each file, a test for each finding, which has failed where the command does.
struct JUnitReport {
    private let report: LintReport
    private let isStrict: Bool

    init(_ report: LintReport, isStrict: Bool) {
        self.report = report
        self.isStrict = isStrict
    }

    var text: String {
        var suites: [(name: String, findings: [LintFinding])] = []
        for finding in report.findings {
            let name = finding.file ?? ""
            if suites.last?.name != name { suites.append((name, [])) }
            suites[suites.count - 1].findings.append(finding)
        }
        let failures = report.findings.count(where: fails)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text +=
            "<testsuites name=\"\(Tool.name) lint\" tests=\"\(report.findings.count + 1)\" failures=\"\(failures)\">\n"
        text += "  <testsuite name=\"files\" tests=\"1\" failures=\"0\">\n"
        text += "    <testcase classname=\"files\" name=\"\(counted(report.files, "file")) read\"/>\n  </testsuite>\n"
        for suite in suites { text += self.text(suite.name, suite.findings) }
        return text + "</testsuites>\n"
    }

    private func fails(_ finding: LintFinding) -> Bool {
        finding.severity == .error || (isStrict && finding.severity == .warning)
    }

    private func text(_ file: String, _ findings: [LintFinding]) -> String {
        let name = Self.escaped(file)
        let failures = findings.count(where: fails)
        var text = "  <testsuite name=\"\(name)\" tests=\"\(findings.count)\" failures=\"\(failures)\">\n"
        for finding in findings {
            let place = finding.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
            let message = Self.escaped(finding.message)
            let body = Self.escaped(
                "\(file)\(place): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"
                    + (finding.hint.map { "\n\($0)" } ?? ""))
            text += "    <testcase classname=\"\(name)\" name=\"\(Self.escaped(finding.rule))\(place)\">\n"
            text +=
                fails(finding)
                ? "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(body)</failure>\n"
                : "      <system-out>\(body)</system-out>\n"
            text += "    </testcase>\n"
        }
        return text + "  </testsuite>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            // What XML 1.0 cannot hold at all.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
