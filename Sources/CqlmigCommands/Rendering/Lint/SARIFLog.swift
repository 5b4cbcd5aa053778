import CQLLint
import CQLSyntax
import MigrationScripts

/// Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning.
struct SARIFLog {
    private let report: LintReport
    /// The rules that have findings.
    private let rules: [LintRule]
    private let indexes: [String: Int]

    init(_ report: LintReport) {
        self.report = report
        let found = Set(report.findings.map(\.rule) + report.silenced.map(\.finding.rule))
        rules = LintRule.all.filter { found.contains($0.id) }
        indexes = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The log.
    var document: JSONValue {
        var fingerprints = FindingFingerprints()
        let all =
            report.findings.map { ($0, JSONValue.array([])) }
            + report.silenced.map { ($0.finding, JSONValue.array([Self.suppression($0.reason)])) }
        let results = all.map { result($0, suppressions: $1, &fingerprints) }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(results),
                ]
            ],
        ]
    }

    private var driver: JSONValue {
        [
            "name": .string(Tool.name),
            "semanticVersion": .string(Tool.version),
            "rules": .array(rules.map(Self.descriptor)),
        ]
    }

    private static func descriptor(_ rule: LintRule) -> JSONValue {
        [
            "id": .string(rule.id),
            "shortDescription": ["text": .string(rule.summary)],
            "fullDescription": ["text": .string(rule.explanation)],
            "help": ["text": .string(rule.recipe)],
            "helpUri": .string("\(Tool.rulePages)\(rule.id).md"),
            "defaultConfiguration": ["level": .string(level(rule.severity))],
        ]
    }

    private func result(
        _ finding: LintFinding, suppressions: JSONValue, _ fingerprints: inout FindingFingerprints
    ) -> JSONValue {
        var members: [JSONValue.Member] = [.init(key: "ruleId", value: .string(finding.rule))]
        if let index = indexes[finding.rule] { members.append(.init(key: "ruleIndex", value: JSONValue(index))) }
        let text = finding.hint.map { "\(finding.message) \($0)" } ?? finding.message
        members.append(.init(key: "level", value: .string(Self.level(finding.severity))))
        members.append(.init(key: "message", value: ["text": .string(text)]))
        members.append(.init(key: "locations", value: .array(finding.file.map { [Self.location(finding, $0)] } ?? [])))
        members.append(
            .init(key: "partialFingerprints", value: ["cqlmigFinding/v1": .string(fingerprints.next(finding))]))
        members.append(.init(key: "suppressions", value: suppressions))
        return .object(members)
    }

    private static func suppression(_ reason: String) -> JSONValue {
        reason.isEmpty
            ? ["kind": "inSource"] : ["kind": "inSource", "justification": .string(reason)]
    }

    private static func location(_ finding: LintFinding, _ file: String) -> JSONValue {
        let artifact = JSONValue.Member(key: "artifactLocation", value: ["uri": .string(uri(file))])
        guard let place = finding.place else { return ["physicalLocation": .object([artifact])] }
        let region: JSONValue = [
            "startLine": JSONValue(place.start.line),
            "startColumn": JSONValue(place.start.column),
            "endLine": JSONValue(place.end.line),
            "endColumn": JSONValue(place.end.column),
        ]
        return ["physicalLocation": .object([artifact, JSONValue.Member(key: "region", value: region)])]
    }

    private static func level(_ severity: LintSeverity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// A path as a reference of RFC 3986: relative, or with the scheme `file`.
    private static func uri(_ path: String) -> String {
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.hasPrefix("./") ? path.dropFirst(2).utf8 : Substring(path).utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%\(digits.utf8.count < 2 ? "0" : "")\(digits)"
            }
        }
        return text
    }
}
