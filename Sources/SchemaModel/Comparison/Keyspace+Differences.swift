public import CQLSyntax

extension Keyspace {
    /// What differs in another keyspace, whatever its name is; the differences bear the name of this one.
    ///
    /// - Parameters:
    ///   - release: whose options of tables are compared.
    ///   - comparesSettings: whether replication and the other settings of the keyspace itself are compared: a schema that
    ///     is declared without its keyspace has none.
    public func differences(
        to other: Keyspace, release: CassandraRelease, comparesSettings: Bool = true
    ) -> [SchemaDifference] {
        var comparison = SchemaComparison(release: release)
        comparison.compare(self, other.renamed(to: name))
        guard !comparesSettings else { return comparison.differences }
        return comparison.differences.filter { $0.object != .keyspace(name) }
    }
}
