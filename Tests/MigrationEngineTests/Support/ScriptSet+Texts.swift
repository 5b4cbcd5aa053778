import CQLClient
import CQLSyntax
import LogStories
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

extension ScriptSet {
    /// The scripts of a folder, by path and text.
    static func folder(_ texts: [String: String]) throws -> ScriptSet {
        try ScriptSet(
            try texts.map { path, text in
                let name = String(path.split(separator: "/").last ?? "")
                let file = ScriptFile(path: path, shownPath: "migrations/\(path)", name: try ScriptName(fileName: name))
                return ReadScript(file: file, bytes: Array(text.utf8))
            })
    }

    /// A folder of versions with one table each, and its undo.
    static func tables(_ versions: Int...) throws -> ScriptSet {
        try folder(
            Dictionary(
                uniqueKeysWithValues: versions.map { number in
                    (
                        "V\(number)__s.cql",
                        "CREATE TABLE t\(number) (a int PRIMARY KEY);\n-- @down\nDROP TABLE t\(number);\n"
                    )
                }))
    }

    /// The script of a version.
    func script(_ version: String) throws -> MigrationScript {
        try #require(self[try MigrationVersion(version)])
    }
}

extension LogStory {
    /// Adds the beginning of a version as the folder has it.
    mutating func begin(_ version: String, in scripts: ScriptSet) throws {
        add(.scriptStarted, version, checksum: try scripts.script(version).checksum.hex)
    }

    /// Adds statements of a version that came to this, with their hashes.
    mutating func run(_ version: String, in scripts: ScriptSet, _ outcomes: Outcome?...) throws {
        let statements = try ScriptStatement.list(try scripts.script(version).parsed().up)
        try run(version, "versioned", statements, outcomes)
    }

    /// Adds statements of the undo of a version that came to this, with their hashes.
    mutating func runUndo(_ version: String, in scripts: ScriptSet, _ outcomes: Outcome?...) throws {
        let undo = try #require(scripts.undo(of: try scripts.script(version)))
        try run(version, "undo", try ScriptStatement.list(undo.statements()), outcomes)
    }

    private mutating func run(
        _ version: String, _ type: String, _ statements: [ScriptStatement], _ outcomes: [Outcome?]
    ) throws {
        for (statement, outcome) in zip(statements, outcomes) {
            intend(version, statement.number, type: type, hash: statement.hash.hex)
            guard let outcome else { continue }
            end(version, statement.number, outcome, type: type, hash: statement.hash.hex)
        }
    }

    /// Adds all rows of a version that is applied as the folder has it.
    mutating func apply(_ version: String, in scripts: ScriptSet) throws {
        try begin(version, in: scripts)
        for statement in try ScriptStatement.list(try scripts.script(version).parsed().up) {
            run(version, statement.number, hash: statement.hash.hex)
        }
        add(.scriptApplied, version, checksum: try scripts.script(version).checksum.hex)
    }

    /// A story that is told by a closure which may fail.
    static func telling(_ tell: (inout LogStory) throws -> Void) throws -> LogStory {
        var story = LogStory()
        try tell(&story)
        return story
    }
}
