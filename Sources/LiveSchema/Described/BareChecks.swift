import CQLSyntax

/// Gives the names behind CHECK the quotes that DESCRIBE of 6.0-alpha2 leaves out: it writes `"A" int CHECK A > 1`.
enum BareChecks {
    /// The text of a CREATE TABLE with the names of its columns in quotes wherever a condition has them without.
    ///
    /// - Parameter columns: the names of the columns of the table.
    static func quoted(_ text: String, columns: [String]) -> String {
        let names = columns.filter { !CQLIdentifier.isBare($0) }
        guard !names.isEmpty else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let name = names.first(where: { line.hasPrefix("    \(CQLIdentifier.quoted($0)) ") }),
                let check = line.firstRange(of: " CHECK ")
            else { return String(line) }
            let quoted = CQLIdentifier.quoted(name)
            let conditions = line[check.upperBound...].split(separator: " AND ").map { condition in
                condition.hasPrefix("\(name) ") ? quoted + condition.dropFirst(name.count) : String(condition)
            }
            return line[..<check.upperBound] + conditions.joined(separator: " AND ")
        }.joined(separator: "\n")
    }
}
