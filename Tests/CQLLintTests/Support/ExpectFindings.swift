import CQLSyntax
import MigrationScripts
import Testing

@testable import CQLLint

/// Looks at a script with all rules and expects of one of them a finding at each marked place, and no other.
///
///     expectFindings(of: .columnDrop, in: "ALTER TABLE users DROP «phone»;")
///
/// - Parameters:
///   - rule: The rule that is asked.
///   - marked: The script, with `«` and `»` around what the rule has to point at; without marks nothing is expected.
///   - messages: What it says, in the order of the marks; nil for anything.
///   - ofFile: How many findings about the file as a whole there are besides.
///   - fixed: The script after all edits of the rule's findings; nil where that is not asked.
///   - file: The name of the script.
///   - others: Other scripts of the folder, by name.
func expectFindings(
    of rule: LintRule,
    in marked: String,
    _ messages: [String]? = nil,
    ofFile: Int = 0,
    fixed: String? = nil,
    file: String = "V5__script.cql",
    others: [String: String] = [:],
    platform: LintPlatform? = nil,
    keyspace: String? = nil,
    localDataCentre: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let text = MarkedText(marked)
    var files = others.mapValues { Array($0.utf8) }
    files[file] = text.bytes
    let folder = LintedFolder(
        files, LintConfiguration(platform: platform, keyspace: keyspace, localDataCentre: localDataCentre))
    let findings = folder.findings(of: rule, in: file)
    let placed = findings.filter { $0.place != nil }
    let source = SourceText(name: file, bytes: text.bytes)
    func shown(_ range: Range<Int>) -> String { "\(source.location(at: range.lowerBound)) `\(source.text(in: range))`" }
    #expect(
        placed.compactMap { $0.place.map { shown($0.range) } } == text.ranges.map(shown),
        sourceLocation: sourceLocation)
    #expect(findings.count - placed.count == ofFile, "findings about the file", sourceLocation: sourceLocation)
    if let messages { #expect(findings.map(\.message) == messages, sourceLocation: sourceLocation) }
    if let fixed {
        let edited = EditedText(text.bytes, findings.flatMap(\.edits))
        #expect(String(decoding: edited.bytes, as: UTF8.self) == fixed, sourceLocation: sourceLocation)
    }
}
