import CQLSyntax
import RandomSchemas
import SchemaModel
import Testing

@Suite struct RandomSchemasTests {
    private static let releases = [CassandraRelease.v311, .v41, .v50, .v60]

    /// Everything is allowed, so that there is something of every kind.
    private static let settings = {
        var settings = NodeSettings()
        settings.materializedViews = true
        settings.userFunctions = true
        settings.masking = true
        return settings
    }()

    @Test("equal seeds make equal schemas", arguments: releases)
    func seed(release: CassandraRelease) {
        var first = RandomSchemas(release: release, seed: 44, settings: Self.settings)
        var second = RandomSchemas(release: release, seed: 44, settings: Self.settings)
        for _ in 0..<5 {
            let (one, other) = (first.next(), second.next())
            #expect(one.catalogue == other.catalogue)
            #expect(one.statements == other.statements)
            #expect(first.variation(of: one).statements == second.variation(of: other).statements)
        }
    }

    @Test("every statement can be read, and most are accepted", arguments: releases)
    func accepted(release: CassandraRelease) {
        var schemas = RandomSchemas(release: release, seed: 1, settings: Self.settings)
        var (accepted, refused) = (0, 0)
        for _ in 0..<RandomSchemas.rounds(of: 100) {
            let schema = schemas.next()
            let variation = schemas.variation(of: schema)
            accepted += variation.statements.count
            for refusal in schema.refused + variation.refused {
                refused += 1
                #expect(!refusal.reason.hasPrefix("2000"), "\(refusal.statement): \(refusal.reason)")
            }
        }
        #expect(accepted > 2 * refused, "\(accepted) accepted, \(refused) refused")
    }

    @Test("rows of a schema, read back, make the same schema", arguments: releases)
    func rows(release: CassandraRelease) throws {
        var schemas = RandomSchemas(release: release, seed: 2, settings: Self.settings)
        for _ in 0..<RandomSchemas.rounds(of: 100) {
            let schema = schemas.next()
            for made in [schema, schemas.variation(of: schema)] {
                let rows = made.catalogue.keyspaces.values.flatMap { $0.rows(for: release) }
                let read = try Catalogue(rows: rows, release: release)
                #expect(made.catalogue.differences(to: read, release: release) == [])
            }
        }
    }

    @Test("what DESCRIBE writes of a schema makes it again", arguments: releases)
    func describe(release: CassandraRelease) throws {
        var schemas = RandomSchemas(release: release, seed: 3, settings: Self.settings)
        for _ in 0..<RandomSchemas.rounds(of: 100) {
            let schema = schemas.next()
            let made = schemas.variation(of: schema)
            var again = Catalogue()
            let context = SchemaContext(
                release: release, newTableID: Recording.id(1), now: 0, dataCentres: ["dc1": 1],
                settings: schemas.settings)
            let keyspace = try #require(made.catalogue[schemas.keyspace])
            for element in Describer(release: release).elements(of: keyspace) {
                for statement in ParsedScript(SourceText(name: "described", text: element.statement)).up {
                    let tree = try statement.tree(for: release)
                    // The comments stand in CREATE TABLE as well.
                    if case .annotate = tree { continue }
                    _ = try again.apply(tree, in: context)
                }
            }
            #expect(made.catalogue.differences(to: again, release: release) == [])
        }
    }
}
