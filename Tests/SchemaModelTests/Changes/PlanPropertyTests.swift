import CQLSyntax
import RandomSchemas
import SchemaModel
import Testing

/// Plans between schemas that chance has made.
@Suite struct PlanPropertyTests {
    private static let releases: [CassandraRelease] = [.v311, .v40, .v41, .v50, .v60]

    private static func schemas(_ release: CassandraRelease, seed: UInt64) -> RandomSchemas {
        var settings = NodeSettings()
        settings.masking = release >= .v50
        settings.materializedViews = true
        settings.userFunctions = true
        return RandomSchemas(release: release, seed: seed, settings: settings, includesWhatRowsLack: release >= .v60)
    }

    private static func keyspace(_ schema: RandomSchema) throws -> Keyspace {
        try #require(schema.catalogue["random"])
    }

    @Test("one statement more is found again, and nothing is impossible", arguments: releases)
    func oneStatement(_ release: CassandraRelease) throws {
        var schemas = Self.schemas(release, seed: 43)
        for number in 1...RandomSchemas.rounds(of: 30) {
            let base = schemas.next()
            let varied = schemas.variation(of: base)
            var replay = SchemaReplay(release: release, keyspace: "random", catalogue: base.catalogue)
            for statement in varied.statements.dropFirst(base.statements.count) {
                let start = try #require(replay.catalogue["random"])
                try replay.run(try StatementTree(parsing: statement, for: release))
                let goal = try #require(replay.catalogue["random"])
                let plan = SchemaPlan(from: start, to: goal, .init(release: release))
                #expect(plan.impossible == [], "schema \(number): \(statement)")
                let rest = plan.result.differences(to: goal, release: release)
                #expect(rest == [], "schema \(number): \(statement)\n\(plan.steps.compactMap(\.statement))")
            }
        }
    }

    @Test("a plan leads to its goal, or says what is impossible", arguments: releases)
    func anyTwo(_ release: CassandraRelease) throws {
        var schemas = Self.schemas(release, seed: 44)
        var bridged = 0
        let pairs = RandomSchemas.rounds(of: 80)
        for number in 1...pairs {
            let base = schemas.next()
            let start = try Self.keyspace(number.isMultiple(of: 4) ? schemas.next() : schemas.variation(of: base))
            let goal = try Self.keyspace(schemas.variation(of: base))
            let plan = SchemaPlan(from: start, to: goal, .init(release: release))
            let rest = plan.result.differences(to: goal, release: release)
            let explained = Set(plan.impossible.map { Self.whole($0.object) })
            for difference in rest {
                #expect(explained.contains(Self.whole(difference.object)), "pair \(number): \(difference)")
            }
            if rest.isEmpty {
                #expect(plan.impossible == [], "pair \(number)")
                bridged += 1
            }
        }
        #expect(bridged >= pairs / 4, "of \(pairs) pairs \(bridged) were bridged")
    }

    @Test("a plan without names of keyspaces does the same in any keyspace", arguments: releases)
    func bareNames(_ release: CassandraRelease) throws {
        var schemas = Self.schemas(release, seed: 45)
        for number in 1...RandomSchemas.rounds(of: 20) {
            let base = schemas.next()
            let start = try Self.keyspace(base)
            let goal = try Self.keyspace(schemas.variation(of: base))
            let plan = SchemaPlan(
                from: start, to: goal, .init(release: release, qualifiesNames: false, changesKeyspace: false))
            let made = try Self.apply(plan.steps.compactMap(\.statement), to: start.renamed(to: "other"), release)
            #expect(
                plan.result.differences(to: made, release: release, comparesSettings: false) == [], "pair \(number)")
        }
    }

    @Test("the script of a schema without names of keyspaces makes it in any keyspace", arguments: releases)
    func script(_ release: CassandraRelease) throws {
        var schemas = Self.schemas(release, seed: 46)
        for number in 1...RandomSchemas.rounds(of: 30) {
            let base = schemas.next()
            let schema = try Self.keyspace(schemas.variation(of: base))
            // No statement makes a table for counters that has lost them all.
            guard schema.tables.values.allSatisfy({ !$0.isCounter || !($0.statics + $0.regulars).isEmpty }) else {
                continue
            }
            let script = Describer(release: release).script(of: schema.renamed(to: "")).filter { $0.kind != .keyspace }
            let statements = script.flatMap { element in
                ParsedScript(SourceText(name: "script", text: element.statement)).up.map(\.text)
            }.filter { !$0.hasPrefix("COMMENT") }
            let empty = Keyspace(name: "other", replication: schema.replication)
            let made = try Self.apply(statements, to: empty, release)
            #expect(
                schema.differences(to: made, release: release, comparesSettings: false) == [], "schema \(number)")
        }
    }

    private static func apply(
        _ statements: [String], to keyspace: Keyspace, _ release: CassandraRelease
    ) throws -> Keyspace {
        var replay = SchemaReplay(
            release: release, keyspace: keyspace.name, catalogue: Catalogue(keyspaces: [keyspace.name: keyspace]))
        for statement in statements { try replay.run(try StatementTree(parsing: statement, for: release)) }
        return try #require(replay.catalogue[keyspace.name])
    }

    /// The table or the type that something belongs to.
    private static func whole(_ object: SchemaDifference.Object) -> String {
        switch object {
        case .keyspace: "keyspace"
        case .type(_, let name), .field(_, let name, _): "type \(name)"
        case .table(_, let name), .column(_, let name, _), .index(_, let name, _), .trigger(_, let name, _),
            .view(_, let name):
            "table \(name)"
        case .function(_, let signature), .aggregate(_, let signature): "function \(signature)"
        }
    }
}
