import CQLSyntax
import SchemaModel

/// Indexes and triggers.
extension SchemaJudge {
    func indexMade(_ statement: CreateIndex) throws(Undecidable) -> SchemaVerdict {
        let found = try catalogue()
        let tableName = statement.table.name
        guard let table = found.table(tableName.text, in: keyspace) else {
            return .notLanded("table \(name(tableName)) is not there")
        }
        let label = statement.name.map { "index \($0)" } ?? "such an index"
        let candidates = statement.name.map { table.indexes[$0.text].map { [$0] } ?? [] } ?? Array(table.indexes.values)
        guard !candidates.isEmpty else { return .notLanded("table \(name(tableName)) does not have \(label)") }
        var without = found
        without.keyspaces[keyspace]?.tables[tableName.text]?.indexes = [:]
        guard let asked = try outcome(in: without).table(tableName.text, in: keyspace)?.indexes.values.first else {
            throw Undecidable("it is not known what index the statement makes")
        }
        var all: [SchemaConflict] = []
        for candidate in candidates {
            // The server names it; what it is decides.
            var expected = asked
            expected.name = candidate.name
            let conflicts = conflicts(
                asked: with(expected, in: without, tableName.text), found: with(candidate, in: without, tableName.text))
            if conflicts.isEmpty { return .landed }
            all = conflicts
        }
        guard statement.name != nil else { return .notLanded("table \(name(tableName)) does not have \(label)") }
        return .conflicting(all)
    }

    private func with(_ index: Index, in catalogue: Catalogue, _ table: String) -> Catalogue {
        var catalogue = catalogue
        catalogue.keyspaces[keyspace]?.tables[table]?.indexes = [index.name: index]
        return catalogue
    }

    func triggerMade(_ statement: CreateTrigger) throws(Undecidable) -> SchemaVerdict {
        let object = "trigger \(statement.name) of table \(name(statement.table.name))"
        guard let row = rows("triggers", "trigger_name", statement.name.text).first else {
            return .notLanded("\(object) is not there")
        }
        guard case .map(let options) = row.values["options"], case .text(let found) = options["class"] else {
            throw Undecidable("the row of \(object) has no class")
        }
        guard found != statement.using else { return .landed }
        return .conflicting([SchemaConflict("class of \(object)", asked: statement.using, found: found)])
    }
}
