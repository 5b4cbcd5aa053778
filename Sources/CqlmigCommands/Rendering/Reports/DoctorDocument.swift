import MigrationEngine

/// What `doctor` found.
struct DoctorDocument: CommandDocument {
    let report: DoctorReport

    /// Whether there is nothing to do about anything; what could not be looked at does not count.
    var isClean: Bool { report.count(of: .warning) == 0 && report.count(of: .problem) == 0 }

    var data: JSONValue {
        [
            "checks": .array(
                report.findings.map { finding in
                    [
                        "check": .string(finding.check.rawValue),
                        "result": .string(finding.result.rawValue),
                        "message": .string(finding.message),
                        "hint": JSONValue(finding.hint),
                    ]
                })
        ]
    }

    func text(on page: Page) -> String {
        let widths = (DoctorFinding.Result.allCases.map(\.rawValue.count).max() ?? 0) + 2
        var text = ""
        for finding in report.findings {
            let word = finding.result.rawValue
            text += page.style.paint(word, finding.result.role) + String(repeating: " ", count: widths - word.count)
            text += "\(finding.check.rawValue): \(SafeText.line(finding.message))\n"
            if let hint = finding.hint {
                let indent = String(repeating: " ", count: widths)
                text += "\(indent)\(page.style.paint("=", .place)) \(page.style.paint("help", .note)): "
                text += "\(SafeText.line(hint))\n"
            }
        }
        return text + summary + "\n"
    }

    private var summary: String {
        let counts = [
            (report.count(of: .problem), "problem"), (report.count(of: .warning), "warning"),
        ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
        let found = counts.isEmpty ? "nothing was found" : "found: " + counts.joined(separator: ", ")
        let unknown = report.count(of: .unknown)
        return unknown == 0 ? found : "\(found); unknown: \(unknown)"
    }
}

extension DoctorFinding.Result {
    /// The colour of the word.
    fileprivate var role: Style.Role {
        switch self {
        case .ok: .good
        case .warning: .warning
        case .problem: .error
        case .unknown: .note
        }
    }
}
