import CQLSyntax
import LiveSchema
import SchemaModel
import Testing

/// A dropped column is told by its absence and by what the server keeps of it.
@Suite struct DroppedColumnTests {
    private static let table = "CREATE TABLE t (id int PRIMARY KEY, v text)"

    private func verdict(_ statement: String, before: [String], then: [String]) throws -> SchemaVerdict {
        var story = try SchemaStory(.v50, before)
        let postcondition = try #require(try Postcondition(statement))
        let seen = story.rows(of: postcondition.queriesBefore)
        for statement in then { try story.run(statement) }
        return postcondition.verdict(before: seen, now: story.rows(of: postcondition.queries))
    }

    @Test("a column that goes now has landed")
    func dropped() throws {
        #expect(try verdict("ALTER TABLE t DROP v", before: [Self.table], then: ["ALTER TABLE t DROP v"]) == .landed)
    }

    @Test("a column that had gone before the statement was sent has not gone by it")
    func goneBefore() throws {
        let verdict = try verdict(
            "ALTER TABLE t DROP v", before: [Self.table, "ALTER TABLE t DROP v"], then: [])
        #expect(verdict == .notLanded("column v of table k.t had been dropped before"))
    }

    @Test("a column that never was has not been dropped, unless that is allowed")
    func never() throws {
        #expect(
            try verdict("ALTER TABLE t DROP x", before: [Self.table], then: [])
                == .notLanded("table k.t has no column x and never had one"))
        #expect(try verdict("ALTER TABLE t DROP IF EXISTS x", before: [Self.table], then: []) == .landed)
    }

    @Test("a column that went and came back is a conflict")
    func cameBack() throws {
        let verdict = try verdict(
            "ALTER TABLE t DROP v", before: [Self.table], then: ["ALTER TABLE t DROP v", "ALTER TABLE t ADD v text"])
        #expect(
            verdict
                == .conflicting([SchemaConflict("column v of table k.t", asked: "none", found: "one, made anew")]))
    }

    @Test("one of two columns is a conflict")
    func half() throws {
        let verdict = try verdict(
            "ALTER TABLE t DROP (v, w)", before: ["CREATE TABLE t (id int PRIMARY KEY, v text, w text)"],
            then: ["ALTER TABLE t DROP v"])
        #expect(verdict == .conflicting([SchemaConflict("column w of table k.t", asked: "none", found: "one")]))
    }
}
