public import CQLClient
public import CQLSyntax

extension CassandraRelease {
    /// The release whose language and schema a server of a version has: the newest one known that is not newer.
    ///
    /// What is older than 3.11 counts as 3.11: its `system_schema` has the same tables from 3.0 on.
    public init(_ version: ReleaseVersion) {
        let known: [(first: ReleaseVersion, release: CassandraRelease)] = [
            (ReleaseVersion(6), .v60), (ReleaseVersion(5), .v50), (ReleaseVersion(4, 1), .v41),
            (ReleaseVersion(4), .v40),
        ]
        self = known.first { $0.first <= version }?.release ?? .v311
    }
}
