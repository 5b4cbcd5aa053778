import CQLSyntax

extension TableOptions {
    /// Whether the server sees a change in new options: 4.0 and 4.1 do not compare `additional_write_policy`
    /// (`TableParams.equals`), and so ignore a change of nothing else, of tables and of views.
    func isChanged(by new: TableOptions, in release: CassandraRelease) -> Bool {
        guard Self.ignoresWritePolicy(release) else { return new != self }
        var compared = new
        compared.additionalWritePolicy = additionalWritePolicy
        return compared != self
    }

    /// Whether a change of `additional_write_policy` alone is ignored.
    static func ignoresWritePolicy(_ release: CassandraRelease) -> Bool { release >= .v40 && release < .v50 }
}
