import CQLSyntax
import RandomSchemas
import SchemaModel
import Testing

extension RealNodes {
    /// Schemas that chance has made, on a real node.
    ///
    /// `PROPERTY=200` in the environment makes more of them, `SEED` others.
    @Suite struct SchemaPropertyTests {
        @Test("a schema that is rendered, applied and read back does not differ; a plan leads to its goal")
        func schemas() async throws {
            try await SchemaNode.with { node in
                print("seed \(SchemaNode.seed), \(SchemaNode.count) schemas on \(node.release.rawValue)")
                var schemas = RandomSchemas(
                    release: node.release, seed: SchemaNode.seed, settings: node.modelSettings,
                    includesWhatRowsLack: node.release >= .v60)
                var (bridged, impossible, statements) = (0, 0, 0)
                for number in 1...SchemaNode.count {
                    let base = schemas.next()
                    let start = try #require(schemas.variation(of: base).catalogue[schemas.keyspace])
                    guard start.tables.values.allSatisfy(Self.canBeMade) else { continue }
                    let goal = try #require(schemas.variation(of: base).catalogue[schemas.keyspace])
                    try await Self.roundTrip(start, node, number)
                    let plan = try await Self.plan(goal, node, number)
                    statements += plan.steps.count - plan.impossible.count
                    if plan.impossible.isEmpty { bridged += 1 } else { impossible += 1 }
                }
                print("\(bridged) goals reached, \(impossible) called impossible, \(statements) statements of plans")
            }
        }

        /// No statement makes a table for counters that has lost them all.
        private static func canBeMade(_ table: Table) -> Bool {
            !table.isCounter || !(table.statics + table.regulars).isEmpty
        }

        /// Render, apply, read back.
        private static func roundTrip(_ schema: Keyspace, _ node: SchemaNode, _ number: Int) async throws {
            try await node.drop(schema.name)
            for element in Describer(release: node.release).script(of: schema) {
                try await node.run(element.statement, "schema \(number)")
            }
            let read = try await node.read(schema.name)
            #expect(schema.differences(to: read, release: node.release) == [], "schema \(number)")
        }

        /// From what is live to the goal.
        private static func plan(_ goal: Keyspace, _ node: SchemaNode, _ number: Int) async throws -> SchemaPlan {
            let live = try await node.read(goal.name)
            let plan = SchemaPlan(from: live, to: goal, .init(release: node.release))
            for statement in plan.steps.compactMap(\.statement) { try await node.run(statement, "plan \(number)") }
            let read = try await node.read(goal.name)
            #expect(plan.result.differences(to: read, release: node.release) == [], "plan \(number)")
            if plan.impossible.isEmpty {
                #expect(goal.differences(to: read, release: node.release) == [], "plan \(number)")
            }
            return plan
        }
    }
}
