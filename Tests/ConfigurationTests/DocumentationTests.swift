import Configuration
import FoundationEssentials
import Testing

/// `UPDATE_DOCS=1 swift test --filter DocumentationTests` puts the table of the code into the documentation.
@Suite struct DocumentationTests {
    private static let begin = "<!-- settings: generated from the table in Sources/Configuration/Settings -->\n"
    private static let end = "<!-- end of settings -->\n"

    /// The documentation, in the package that this file is part of.
    private static let path: String = {
        let package = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
        return "\(package)/Docs/configuration.md"
    }()

    private static func text() throws -> String {
        String(decoding: try SystemFiles().contents(of: path, limit: 1 << 20), as: UTF8.self)
    }

    @Test("the documented table of settings is the one in the code")
    func table() throws {
        let text = try Self.text()
        let start = try #require(text.range(of: Self.begin))
        let end = try #require(text.range(of: Self.end))
        let table = "\n\(SettingDefinition.markdown())\n"
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            let updated = text[..<start.upperBound] + table + text[end.lowerBound...]
            try Data(updated.utf8).write(to: URL(filePath: Self.path))
        } else {
            #expect(text[start.upperBound..<end.lowerBound] == table, "run with UPDATE_DOCS=1")
        }
    }

    @Test("every code of a problem is documented, and no other")
    func codes() throws {
        let rows = try Self.text().split(separator: "\n").drop { $0 != "## Errors" }.filter { $0.hasPrefix("| `") }
        let codes = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(codes == ConfigurationProblem.Code.allCases.map(\.rawValue))
    }
}

extension String {
    /// The place of the first occurrence of a text.
    fileprivate func range(of part: String) -> Range<Index>? {
        let start = indices.first { self[$0...].hasPrefix(part) }
        return start.map { $0..<index($0, offsetBy: part.count) }
    }
}
