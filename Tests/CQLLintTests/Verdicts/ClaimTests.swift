import Testing

@testable import CQLLint

/// What the rules say of servers, against what servers said (`record.py` has asked them).
@Suite struct ClaimTests {
    /// Rules whose errors say that something is dangerous, not that it is refused.
    private static let dangers: Set<String> = [
        "drop-table", "drop-keyspace", "column-drop", "truncate", "recreate-same-name", "replication-change",
        "durable-writes-off", "use-statement", "plaintext-password", "drop-no-if-exists",
    ]

    /// Where the linter asks for more than one server does, with the reason.
    private static let exceptions: Set<String> = [
        // A name that cannot be typed is an error, and a name.
        "hidden-characters: CREATE TABLE t (k int PRIMARY KEY, \"a\u{200B}b\" int)",
        // 3.11 takes a data centre that is not there.
        "unknown-dc: CREATE KEYSPACE z WITH replication = {'class': 'NetworkTopologyStrategy', 'DC1': 1}",
        // To log in needs an authenticator, and what the linter says is something else.
        "plaintext-password: CREATE ROLE claims_role WITH PASSWORD = 'x' AND LOGIN = true",
        // cqlmig sends no comments, so that it runs all the same.
        "trailing-comment-no-newline: INSERT INTO t (k) VALUES (1) -- last",
        "trailing-comment-no-newline: INSERT INTO t (k) VALUES (1) // last",
        // It depends on the configuration of the server.
        "compact-storage: ALTER TABLE t DROP COMPACT STORAGE",
    ]

    @Test("there are claims")
    func count() { #expect(Claim.all.count > 150) }

    @Test("a release refuses what the linter says it refuses, and nothing else", arguments: Claim.all)
    func agrees(claim: Claim) throws {
        for (platform, answer) in claim.answers where answer != .notAsked {
            let findings = Self.findings(claim, platform)
            let errors = findings.filter { $0.severity == .error && !Self.dangers.contains($0.rule) }
            let isException = Self.exceptions.contains(claim.testDescription)
            switch answer {
            case .refused(let text):
                guard !isException else { continue }
                // What a release cannot read is told by the rules for that.
                let isUnreadable = text.hasPrefix("SyntaxException: line")
                #expect(
                    findings.contains { $0.rule == claim.rule || (isUnreadable && $0.rule == "syntax") },
                    "\(platform.rawValue) refuses it: \(text); found are \(findings.map(\.rule))")
            default:
                guard !isException else { continue }
                #expect(errors.isEmpty, "\(platform.rawValue) accepts it; found are \(errors.map(\.message))")
            }
        }
    }

    private static func findings(_ claim: Claim, _ platform: LintPlatform) -> [LintFinding] {
        var files = ["V2__statement.cql": claim.statement + (claim.statement.contains(" last") ? "" : ";\n")]
        if !claim.setup.isEmpty { files["V1__setup.cql"] = claim.setup.joined(separator: ";\n") + ";\n" }
        let folder = LintedFolder(
            files, LintConfiguration(platform: platform, keyspace: "ks", localDataCentre: "dc1"))
        return folder.report.findings.filter { $0.file == "V2__statement.cql" }
    }
}
