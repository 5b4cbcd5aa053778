import CQLSyntax
import FoundationEssentials
import TestProcesses
import Testing

/// Our parser beside the server's: the same verdict on every statement.
///
/// No node is needed. `SEED` in the environment changes other statements than usual.
@Suite struct DifferentialTests {
    private static let usualSeed: UInt64 = 20_261_121

    @Test("the statements of the corpus are read or refused as the server's parser does")
    func corpus() async throws {
        try await compare(try Self.statements())
    }

    @Test("statements that were changed by chance are read or refused as the server's parser does")
    func mutations() async throws {
        let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? Self.usualSeed
        print("seed \(seed)")
        // What is changed are good statements: a bad one gets no better.
        let release = try Self.release()
        let good = try Self.statements().filter { (try? StatementTree(parsing: $0, for: release)) != nil }
        var mutator = StatementMutator(good, seed: seed)
        try await compare((0..<5000).map { _ in mutator.next() })
    }

    private func compare(_ statements: [String]) async throws {
        let release = try Self.release()
        let errors = try await ServerParser(home: try .underTest()).errors(of: statements)
        for (statement, theirs) in zip(statements, errors) {
            let ours = Self.error(of: statement, for: release)
            guard (ours == nil) != (theirs == nil), !Self.isKnown(ours, theirs, release) else { continue }
            Issue.record(
                "\(statement)\n  server: \(theirs ?? "read")\n  we: \(ours?.message ?? "read")")
        }
    }

    /// What is otherwise on purpose: Tests/CQLSyntaxTests/Corpus/README.md.
    private static func isKnown(_ ours: Diagnostic?, _ theirs: String?, _ release: CassandraRelease) -> Bool {
        if let ours { return release == .v311 && ours.code == .duplicate }
        // The keyspace of a function is looked up while GRANT is parsed.
        if let theirs, theirs.hasPrefix("Keyspace "), theirs.hasSuffix(" doesn't exist") { return true }
        return theirs?.hasPrefix("Error setting type") == true || theirs?.hasPrefix("Cannot parse type") == true
    }

    private static func error(of statement: String, for release: CassandraRelease) -> Diagnostic? {
        do {
            _ = try StatementTree(parsing: statement, for: release)
            return nil
        } catch {
            return error.diagnostic
        }
    }

    private static func release() throws -> CassandraRelease {
        let version = try CassandraHome.underTest().release()
        guard let release = CassandraRelease.allCases.last(where: { version.hasPrefix($0.rawValue) }) else {
            throw ProcessError("\(version) is no release that the parser knows.")
        }
        return release
    }

    private static func statements() throws -> [String] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "CQLSyntaxTests/Corpus/statements.tsv").path()
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ProcessError("\(path) cannot be read.")
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            String($0.drop { $0 != "\t" }.dropFirst())
        }
    }
}
