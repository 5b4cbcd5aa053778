/// Everything that the linter has to say of a folder.
public struct LintReport: Hashable, Sendable {
    /// A finding that a comment in the script takes away.
    public struct Silenced: Hashable, Sendable {
        /// The finding.
        public let finding: LintFinding
        /// Why, in the words of the comment; empty where it does not say.
        public let reason: String

        /// Makes one of its parts.
        public init(_ finding: LintFinding, reason: String) {
            self.finding = finding
            self.reason = reason
        }
    }

    /// How many scripts were looked at, those with names that are none of a migration included.
    public var files: Int
    /// What was found, in the order of files and places.
    public var findings: [LintFinding]
    /// What comments in the scripts take away, in the same order.
    public var silenced: [Silenced]

    /// Makes a report.
    public init(files: Int, findings: [LintFinding], silenced: [Silenced] = []) {
        self.files = files
        self.findings = findings
        self.silenced = silenced
    }

    /// How many findings matter that much.
    public func count(_ severity: LintSeverity) -> Int { findings.count { $0.severity == severity } }
}
