import CQLClient

/// Whether the tool can keep its promises on this kind of server.
struct PlatformCheck {
    let platform: Platform
    let coordinator: String

    /// The oldest release that is looked after.
    private static let oldest = ReleaseVersion(3, 11)

    var findings: [DoctorFinding] {
        let here = "\(platform), reached through \(coordinator)"
        switch platform {
        case .keyspaces:
            return [
                DoctorFinding(
                    .platform, .problem,
                    "\(here): it changes the schema asynchronously and has no SERIAL reads, so neither the lock nor "
                        + "schema agreement means there what this tool relies on",
                    hint: "every command that changes something refuses it")
            ]
        case .cassandra(let release) where release < Self.oldest:
            return [
                DoctorFinding(
                    .platform, .warning, "\(here): a release before \(Self.oldest.major).\(Self.oldest.minor)",
                    hint: "nothing is known of this tool's behaviour on it: try a copy of the cluster first")
            ]
        case .cassandra: return [DoctorFinding(.platform, .ok, here)]
        case .dse, .astra, .scylla:
            return [
                DoctorFinding(
                    .platform, .warning, "\(here): not Apache Cassandra, on which this tool is tested",
                    hint: "try the migrations on a cluster of the same kind first")
            ]
        }
    }
}
