/// IF EXISTS and IF NOT EXISTS.
extension Parser {
    /// Reads `IF EXISTS` where it stands; `statement` says in which, where not every release has it there.
    mutating func ifExists(
        since introduced: CassandraRelease = .v311,
        in statement: String = ""
    ) throws(SyntaxError) -> Bool {
        guard keyword == .if else { return false }
        try require(introduced, "`IF EXISTS` in `\(statement)`", at: range)
        advance()
        try expect(.exists)
        return true
    }

    /// Reads `IF NOT EXISTS` where it stands.
    mutating func ifNotExists(
        since introduced: CassandraRelease = .v311,
        in statement: String = ""
    ) throws(SyntaxError) -> Bool {
        guard keyword == .if else { return false }
        try require(introduced, "`IF NOT EXISTS` in `\(statement)`", at: range)
        advance()
        try expect(.not)
        try expect(.exists)
        return true
    }
}
