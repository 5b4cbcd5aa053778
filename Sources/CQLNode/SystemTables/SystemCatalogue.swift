import CQLSyntax
import SchemaModel

/// The keyspaces of the system, those with virtual tables among them.
enum SystemCatalogue {
    /// All of a release.
    static func catalogue(of release: CassandraRelease) -> Catalogue { catalogues[release] ?? Catalogue() }

    private static let catalogues: [CassandraRelease: Catalogue] = {
        var catalogues: [CassandraRelease: Catalogue] = [:]
        for release in CassandraRelease.allCases {
            var catalogue = SystemSchema.catalogue(for: release)
            let virtual = SystemSchema.virtualCatalogue(for: release)
            catalogue.keyspaces.merge(virtual.keyspaces) { stored, _ in stored }
            catalogues[release] = catalogue
        }
        return catalogues
    }()
}
