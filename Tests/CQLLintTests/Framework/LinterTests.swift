import CQLSyntax
import MigrationScripts
import Testing

@testable import CQLLint

@Suite struct LinterTests {
    @Test("the configuration turns rules off and sets how much they matter")
    func levels() {
        let files = ["V1__a.cql": "TRUNCATE a;"]
        func severities(_ configuration: LintConfiguration) -> [LintSeverity] {
            LintedFolder(files, configuration).findings(of: .truncate, in: "V1__a.cql").map(\.severity)
        }
        #expect(severities(LintConfiguration()) == [.error])
        #expect(severities(LintConfiguration(levels: ["truncate": .on(.info)])) == [.info])
        #expect(severities(LintConfiguration(levels: ["truncate": .off])) == [])
        #expect(severities(LintConfiguration(selected: ["column-drop"])) == [])
    }

    @Test("a file that is not CQL is one finding with notes of the further places; other files go on")
    func otherFilesGoOn() throws {
        let folder = LintedFolder([
            "V1__a.cql": "CREATE TABEL a (id int);\nCREATE TABLE b id int);\nDORP TABLE c;",
            "V2__b.cql": "TRUNCATE a;",
        ])
        let syntax = folder.findings(of: .syntax, in: "V1__a.cql")
        #expect(syntax.map { $0.place?.start.line } == [1])
        #expect(syntax.flatMap(\.notes).compactMap { $0.location?.line } == [2, 3])
        #expect(folder.findings(of: .truncate, in: "V2__b.cql").count == 1)
    }

    @Test("what stands behind a quote without end is no statement; what stands in front of it is one")
    func swallowedText() throws {
        let folder = LintedFolder([
            "V1__a.cql": "CREATE TABLE b id int);\nINSERT INTO a (b) VALUES ('x;\nDORP TABLE c id int);"
        ])
        let syntax = folder.findings(of: .syntax, in: "V1__a.cql")
        #expect(syntax.map { $0.place?.start.line } == [1])
        #expect(syntax.flatMap(\.notes).compactMap { $0.location?.line } == [2])
    }

    @Test("findings come in the order of files and places")
    func order() {
        let folder = LintedFolder(["V2__b.cql": "TRUNCATE a;\nTRUNCATE b;", "V1__a.cql": "TRUNCATE a;"])
        let places = folder.report.findings.filter { $0.rule == "truncate" }
            .map { "\($0.file ?? ""):\($0.place?.start.line ?? 0)" }
        #expect(places == ["V1__a.cql:1", "V2__b.cql:1", "V2__b.cql:2"])
        #expect(folder.report.files == 2)
    }

    @Test("scripts are replayed by their versions, whatever their names sort like")
    func replayOrder() {
        let folder = LintedFolder([
            "V10__c.cql": "ALTER TABLE t ADD w text;",
            "V9__b.cql": "CREATE TABLE t (id int PRIMARY KEY);",
            "R__z.cql": "ALTER TABLE t ADD x text;",
        ])
        #expect(folder.report.findings.filter { $0.rule == "unknown-object" }.isEmpty)
    }

    @Test("what follows from a refusal is not told again")
    func consequences() {
        let folder = LintedFolder([
            "V1__a.cql": """
            CREATE TABLE t (id int PRIMARY KEY, s int STATIC);
            ALTER TABLE t ADD v text;
            CREATE INDEX i ON t (v);
            """
        ])
        let refused = folder.report.findings.filter { $0.message.contains("refuses this") }
        #expect(refused.map(\.rule) == ["static-no-clustering"])
        #expect(!refused.map(\.message).joined().contains(FolderReplay.namelessKeyspace))
    }

    @Test("the keyspace of the configuration and the one that is named are one")
    func keyspace() {
        let files = ["V1__a.cql": "CREATE TABLE t (id int PRIMARY KEY);\nALTER TABLE shop.t ADD id int;"]
        let rules = LintedFolder(files, LintConfiguration(keyspace: "shop")).report.findings.map(\.rule)
        #expect(rules.contains("already-exists"))
    }
}
