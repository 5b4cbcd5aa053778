import CQLSyntax
import RandomKeyspaces
import SchemaModel
import Testing

/// Plans between schemas that chance has made.
@Suite struct PlanPropertyTests {
    private static let releases: [CassandraRelease] = [.v311, .v40, .v41, .v50, .v60]

    @Test("one statement more is always found again, and nothing is impossible", arguments: releases)
    func oneStatement(_ release: CassandraRelease) {
        for seed in 1...UInt64(150) {
            var random = RandomKeyspace(seed: seed, release: release)
            let start = random.make()
            let (goal, statement) = random.step(from: start)
            let plan = SchemaPlan(from: start, to: goal, .init(release: release))
            #expect(plan.impossible == [], "seed \(seed): \(statement)")
            let rest = plan.result.differences(to: goal, release: release)
            #expect(rest == [], "seed \(seed): \(statement)\n\(plan.steps.compactMap(\.statement))")
        }
    }

    @Test("a plan leads to its goal, or says what is impossible", arguments: releases)
    func anyTwo(_ release: CassandraRelease) {
        var bridged = 0
        for seed in 1...UInt64(200) {
            var random = RandomKeyspace(seed: seed, release: release)
            let start = random.make()
            let goal = seed.isMultiple(of: 2) ? random.make() : random.variant(of: start)
            let plan = SchemaPlan(from: start, to: goal, .init(release: release))
            let rest = plan.result.differences(to: goal, release: release)
            let explained = Set(plan.impossible.map { Self.whole($0.object) })
            for difference in rest {
                #expect(explained.contains(Self.whole(difference.object)), "seed \(seed): \(difference)")
            }
            if rest.isEmpty {
                #expect(plan.impossible == [], "seed \(seed)")
                bridged += 1
            }
        }
        #expect(bridged >= 60, "of 200 pairs \(bridged) were bridged")
    }

    @Test("a plan without names of keyspaces does the same in any keyspace", arguments: releases)
    func bareNames(_ release: CassandraRelease) throws {
        for seed in 1...UInt64(60) {
            var random = RandomKeyspace(seed: seed, release: release)
            let start = random.make()
            let goal = random.variant(of: start)
            let plan = SchemaPlan(
                from: start, to: goal, .init(release: release, qualifiesNames: false, changesKeyspace: false))
            let other = start.renamed(to: "other")
            var replay = SchemaReplay(
                release: release, keyspace: "other", catalogue: Catalogue(keyspaces: ["other": other]))
            for statement in plan.steps.compactMap(\.statement) {
                try replay.run(try StatementTree(parsing: statement, for: release))
            }
            let made = try #require(replay.catalogue["other"])
            #expect(
                plan.result.differences(to: made, release: release, comparesSettings: false) == [], "seed \(seed)")
        }
    }

    @Test("what the script of a schema makes does not differ from it", arguments: releases)
    func script(_ release: CassandraRelease) throws {
        for seed in 1...UInt64(100) {
            var random = RandomKeyspace(seed: seed, release: release)
            let schema = random.make()
            // No statement makes a table for counters that has lost them all.
            guard schema.tables.values.allSatisfy({ !$0.isCounter || !($0.statics + $0.regulars).isEmpty }) else {
                continue
            }
            var replay = SchemaReplay(release: release, keyspace: "k")
            for element in Describer(release: release).script(of: schema) {
                for statement in ParsedScript(SourceText(name: "script", text: element.statement)).up
                where !statement.text.hasPrefix("COMMENT") {
                    try replay.run(try statement.tree(for: release))
                }
            }
            let made = try #require(replay.catalogue["k"])
            #expect(schema.differences(to: made, release: release) == [], "seed \(seed)")
        }
    }

    /// The table or the type that something belongs to.
    private static func whole(_ object: SchemaDifference.Object) -> String {
        switch object {
        case .keyspace: "keyspace"
        case .type(_, let name), .field(_, let name, _): "type \(name)"
        case .table(_, let name), .column(_, let name, _), .index(_, let name, _): "table \(name)"
        }
    }
}
