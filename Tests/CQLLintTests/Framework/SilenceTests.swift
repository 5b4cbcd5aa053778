import CQLSyntax
import MigrationScripts
import Testing

@testable import CQLLint

@Suite struct SilenceTests {
    @Test("what a comment silences is kept with the reason, and counted no more")
    func kept() {
        let folder = LintedFolder([
            "V1__a.cql": """
            -- cqlmig:ignore truncate -- rows of tests
            TRUNCATE a;
            TRUNCATE b;
            """
        ])
        #expect(folder.findings(of: .truncate, in: "V1__a.cql").map { $0.place?.start.line } == [3])
        #expect(folder.report.silenced.map(\.finding.rule) == ["truncate"])
        #expect(folder.report.silenced.map(\.reason) == ["rows of tests"])
    }

    @Test("one comment may name several rules, with commas or without")
    func several() {
        for names in ["truncate drop-no-if-exists", "truncate,drop-no-if-exists", "truncate, drop-no-if-exists"] {
            let folder = LintedFolder([
                "V1__a.cql": "/* cqlmig:ignore-file \(names) -- rows of tests */\nTRUNCATE a;\nDROP TABLE b;"
            ])
            let rules = Set(folder.report.silenced.map(\.finding.rule))
            #expect(rules.isSuperset(of: ["truncate", "drop-no-if-exists"]), "\(names)")
            #expect(folder.findings(of: .unusedIgnore, in: "V1__a.cql").isEmpty, "\(names)")
        }
    }

    @Test("a rule that does not look makes no comment useless")
    func off() {
        let folder = LintedFolder(
            ["V1__a.cql": "-- cqlmig:ignore truncate -- rows of tests\nTRUNCATE a;"],
            LintConfiguration(levels: ["truncate": .off]))
        #expect(folder.findings(of: .unusedIgnore, in: "V1__a.cql").isEmpty)
    }

    @Test("the comments are no part of what is replayed, and say nothing of other files")
    func otherFiles() {
        let folder = LintedFolder([
            "V1__a.cql": "-- cqlmig:ignore-file truncate -- rows of tests\nTRUNCATE a;",
            "V2__b.cql": "TRUNCATE a;",
        ])
        #expect(folder.findings(of: .truncate, in: "V2__b.cql").count == 1)
    }
}
