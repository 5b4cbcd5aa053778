import FoundationEssentials
import Testing

@testable import CQLLint

/// `Docs/rules` says what the code says; `UPDATE_DOCS=1` (`make docs-rules`) writes it.
@Suite struct RuleDocumentationTests {
    private static let folder = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/Docs/rules"

    private static let pages: [String: String] = {
        var pages = ["README.md": RulePage.index]
        for rule in LintRule.all {
            let page = RulePage(rule: rule)
            pages[page.name] = page.text
        }
        return pages
    }()

    @Test("the pages of the rules are those of the code, and there are no others")
    func pages() throws {
        let files = FileManager.default
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try? files.removeItem(atPath: Self.folder)
            try files.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            for (name, text) in Self.pages {
                #expect(files.createFile(atPath: "\(Self.folder)/\(name)", contents: Data(text.utf8)))
            }
        }
        let names = try files.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(names) == Set(Self.pages.keys), "run make docs-rules")
        for (name, text) in Self.pages {
            let bytes = files.contents(atPath: "\(Self.folder)/\(name)") ?? Data()
            #expect(String(decoding: bytes, as: UTF8.self) == text, "\(name) is stale: run make docs-rules")
        }
    }

    @Test("ids are kebab-case and stand once; sentences end, and examples are found by their own rule")
    func rules() {
        #expect(Set(LintRule.all.map(\.id)).count == LintRule.all.count)
        for rule in LintRule.all {
            #expect(rule.id.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
            for text in [rule.summary, rule.explanation, rule.recipe] {
                #expect(text.hasSuffix(".") || text.hasSuffix("`."), "\(rule.id): \(text)")
                #expect(!text.contains("\n"), "\(rule.id)")
            }
            guard let example = rule.example else { continue }
            let folder = LintedFolder(["V1__example.cql": example])
            #expect(
                folder.report.findings.contains { $0.rule == rule.id }, "the example of \(rule.id) is no finding of it")
        }
    }
}
