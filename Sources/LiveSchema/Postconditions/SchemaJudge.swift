import CQLSyntax
import SchemaModel

/// Holds a statement against rows that were read after it.
struct SchemaJudge {
    let postcondition: Postcondition
    let keyspace: String
    let now: [SystemRow]
    let before: [SystemRow]?

    func verdict() throws(Undecidable) -> SchemaVerdict {
        switch postcondition.tree {
        case .createKeyspace: try keyspaceMade()
        case .alterKeyspace: try keyspaceAltered()
        case .dropKeyspace: absent("keyspace \(CQLIdentifier.quoted(keyspace))", rows("keyspaces"))
        case .createTable(let statement): try tableMade(statement)
        case .copyTable(let statement): try tableCopied(statement)
        case .alterTable(let statement): try tableAltered(statement)
        case .dropTable(let drop): absent("table \(name(drop.name.name))", rows("tables"))
        case .createType(let statement): try typeMade(statement)
        case .alterType(let statement): try typeAltered(statement)
        case .dropType(let drop): absent("type \(name(drop.name.name))", rows("types"))
        case .createIndex(let statement): try indexMade(statement)
        case .dropIndex(let drop):
            absent("index \(name(drop.name.name))", rows("indexes", "index_name", drop.name.name.text))
        case .createView(let statement): try viewMade(statement)
        case .alterView(let statement): try viewAltered(statement)
        case .dropView(let drop): absent("view \(name(drop.name.name))", rows("views"))
        case .createFunction(let statement): try functionMade(statement)
        case .dropFunction(let statement): try functionDropped(statement, "functions", "function")
        case .createAggregate(let statement): try aggregateMade(statement)
        case .dropAggregate(let statement): try functionDropped(statement, "aggregates", "aggregate")
        case .createTrigger(let statement): try triggerMade(statement)
        case .dropTrigger(let drop):
            absent("trigger \(name(drop.name))", rows("triggers", "trigger_name", drop.name.text))
        case .annotate: throw Undecidable("comments and security labels are not read back")
        default: throw Undecidable("it is no statement of the schema")
        }
    }

    // MARK: What the others need

    /// The rows of one table of `system_schema`.
    func rows(_ table: String) -> [SystemRow] { now.filter { $0.table == table } }

    /// Those with a text in a column.
    func rows(_ table: String, _ column: String, _ text: String) -> [SystemRow] {
        rows(table).filter { $0.values[column] == .text(text) }
    }

    /// A name in the keyspace of the statement, as CQL writes it.
    func name(_ name: Name) -> String { "\(CQLIdentifier.quoted(keyspace)).\(CQLIdentifier.quoted(name.text))" }

    /// What was dropped has no row.
    private func absent(_ object: String, _ rows: [SystemRow]) -> SchemaVerdict {
        rows.isEmpty ? .landed : .notLanded("\(object) is there")
    }

    /// The catalogue of the rows.
    func catalogue() throws(Undecidable) -> Catalogue {
        do throws(SystemRowError) { return try Catalogue(rows: now, release: postcondition.release) } catch {
            throw Undecidable("\(error)")
        }
    }

    /// What the statement makes of a catalogue in which it has not taken effect.
    func outcome(in catalogue: Catalogue) throws(Undecidable) -> Catalogue {
        var outcome = catalogue
        do throws(SchemaRefusal) {
            _ = try outcome.apply(postcondition.tree, in: postcondition.context)
        } catch {
            throw Undecidable("it is not known what the statement makes: \(error.message)")
        }
        return outcome
    }

    /// The differences between what was asked for and what is there, in words.
    ///
    /// - Parameter isMeant: Whether a property of an object is one that the statement says something of.
    func conflicts(
        asked: Catalogue, found: Catalogue, where isMeant: (SchemaDifference.Object, String) -> Bool = { _, _ in true }
    ) -> [SchemaConflict] {
        asked.differences(to: found, release: postcondition.release).compactMap { difference in
            switch difference.change {
            case .added: SchemaConflict("\(difference.object.words)", asked: "none", found: "one")
            case .removed: SchemaConflict("\(difference.object.words)", asked: "one", found: "none")
            case .changed(let property, let from, let to):
                isMeant(difference.object, property)
                    ? SchemaConflict("\(property) of \(difference.object.words)", asked: from, found: to) : nil
            }
        }
    }

    /// Landed without conflicts.
    func verdict(of conflicts: [SchemaConflict]) -> SchemaVerdict {
        conflicts.isEmpty ? .landed : .conflicting(conflicts)
    }
}

extension SchemaDifference.Object {
    /// `column v of table k.t`.
    var words: String {
        func quoted(_ names: String...) -> String { names.map { CQLIdentifier.quoted($0) }.joined(separator: ".") }
        return switch self {
        case .keyspace(let name): "keyspace \(quoted(name))"
        case .type(let keyspace, let name): "type \(quoted(keyspace, name))"
        case .field(let keyspace, let type, let name): "field \(quoted(name)) of type \(quoted(keyspace, type))"
        case .table(let keyspace, let name): "table \(quoted(keyspace, name))"
        case .column(let keyspace, let table, let name): "column \(quoted(name)) of table \(quoted(keyspace, table))"
        case .index(let keyspace, let table, let name): "index \(quoted(name)) of table \(quoted(keyspace, table))"
        case .trigger(let keyspace, let table, let name): "trigger \(quoted(name)) of table \(quoted(keyspace, table))"
        case .view(let keyspace, let name): "materialized view \(quoted(keyspace, name))"
        case .function(let keyspace, let signature): "function \(quoted(keyspace)).\(signature)"
        case .aggregate(let keyspace, let signature): "aggregate \(quoted(keyspace)).\(signature)"
        }
    }
}
