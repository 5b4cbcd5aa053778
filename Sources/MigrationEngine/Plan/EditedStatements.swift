import CQLSyntax
import MigrationLog
import MigrationScripts

/// Shows statements that have run and were edited since, as they ran and as they are.
struct EditedStatements {
    let session: Session
    let scripts: ScriptSet

    /// The error with both texts of every statement that it names.
    ///
    /// The log holds the text of a script as it was begun; it is read here alone, for it may be long.
    func explaining(
        _ error: MigrationError, of target: TargetKeyspace, in keyspace: HistoryKeyspace
    ) async -> MigrationError {
        guard error.code == .halfAppliedChanged else { return error }
        var begun: [String: String] = [:]
        var explained = error
        do throws(LogError) {
            try await session.log(in: keyspace).forEachEntry(withTexts: true) { entry in
                guard entry.kind == .scriptStarted, entry.target == target.name, let version = entry.version else {
                    return
                }
                begun[version] = entry.text
            }
        } catch {
            let reason = MigrationError(error, in: keyspace).message
            explained.notes.append("the text that ran cannot be read from the log: \(reason)")
            return explained
        }
        for finding in error.findings {
            guard let number = finding.statement, let version = finding.version else { continue }
            let ran = begun[version].flatMap { Self.statement(number, of: $0) }
            let file = scripts.versioned.first { $0.version?.text == version }
            let now = file.flatMap { Self.statement(number, of: $0.source.text(in: 0..<$0.source.bytes.count)) }
            explained.notes.append("statement \(number) ran as: \(ran ?? "a text that the log does not have")")
            explained.notes.append("statement \(number) is now: \(now ?? "not in the file any more")")
        }
        return explained
    }

    private static func statement(_ number: Int, of text: String) -> String? {
        let statements = ParsedScript(SourceText(name: "", text: text)).up
        guard number >= 1, number <= statements.count else { return nil }
        return PasswordMask.masked(statements[number - 1].text)
    }
}
