/// What `examine` found out about a cluster.
public struct DoctorReport: Sendable {
    /// Every check has at least one, in the order of the checks.
    public let findings: [DoctorFinding]
    /// Why the keyspaces count as not initialised; nil where they are, or where that is not known.
    public let notInitialised: MigrationError?

    /// How many findings have a result.
    public func count(of result: DoctorFinding.Result) -> Int { findings.count { $0.result == result } }
}
