import ArgumentParsing
import CQLSyntax
import Configuration
import MigrationEngine
import MigrationScripts

/// Values of options that more than one command takes.
extension ParsedCommandLine {
    /// A version; nil when the option is not given.
    func version(_ name: String) throws(UsageError) -> MigrationVersion? {
        guard let text = string(name) else { return nil }
        return try Self.version(text, of: spelling(of: name) ?? "--\(name)")
    }

    /// A version that is given as an argument.
    func versionArgument(_ name: String) throws(UsageError) -> MigrationVersion {
        try Self.version(argument(name) ?? "", of: name)
    }

    /// A whole number; nil when the option is not given.
    func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = string(name) else { return nil }
        do throws(ValueError) {
            return try IntegerText.parse(text, in: range)
        } catch {
            throw UsageError(.invalidValue, "\(spelling(of: name) ?? "--\(name)") \(error)")
        }
    }

    /// A release. The table of the command line has checked the word.
    func release(_ name: String) -> CassandraRelease? { string(name).flatMap(CassandraRelease.init) }

    /// What `--allow` lets pass. The table of the command line has checked the words.
    var allowances: Set<Allowance> { Set(strings("allow").compactMap(Allowance.init(rawValue:))) }

    private static func version(_ text: String, of spelling: String) throws(UsageError) -> MigrationVersion {
        do throws(MigrationVersionError) { return try MigrationVersion(text) } catch {
            throw UsageError(
                .invalidValue, "\(spelling): \(error)", hint: "a version is numbers joined by '.' or '_', such as 1.2")
        }
    }
}
