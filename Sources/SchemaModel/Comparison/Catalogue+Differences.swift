public import CQLSyntax

extension Catalogue {
    /// What differs in another catalogue, in the order of names: keyspaces, then types, tables with columns, indexes
    /// and triggers, views, functions, aggregates.
    ///
    /// What stands in something that is added or removed is not told of on its own. The ids of tables and the columns
    /// that are gone are not compared: they differ between clusters with one schema.
    ///
    /// - Parameter release: whose options of tables are compared.
    public func differences(to other: Catalogue, release: CassandraRelease) -> [SchemaDifference] {
        var comparison = SchemaComparison(release: release)
        comparison.compare(keyspaces, other.keyspaces, { .keyspace($0) }, by: { $0.compare($1, $2) })
        return comparison.differences
    }
}

/// Collects differences.
struct SchemaComparison {
    let release: CassandraRelease
    var differences: [SchemaDifference] = []

    /// Compares what two dictionaries have under the same names, and tells of what only one has.
    mutating func compare<Value>(
        _ left: [String: Value], _ right: [String: Value], _ object: (String) -> SchemaDifference.Object,
        by compare: (inout Self, Value, Value) -> Void
    ) {
        for name in Set(left.keys).union(right.keys).sorted() {
            switch (left[name], right[name]) {
            case (let left?, let right?): compare(&self, left, right)
            case (nil, _?): differences.append(SchemaDifference(object(name), .added))
            case (_?, nil): differences.append(SchemaDifference(object(name), .removed))
            case (nil, nil): break
            }
        }
    }

    mutating func property(_ name: String, of object: SchemaDifference.Object, _ left: String, _ right: String) {
        guard left != right else { return }
        differences.append(SchemaDifference(object, .changed(property: name, from: left, to: right)))
    }

    mutating func compare(_ left: Keyspace, _ right: Keyspace) {
        let object = SchemaDifference.Object.keyspace(left.name)
        property("replication", of: object, left.replication.text, right.replication.text)
        property("durable_writes", of: object, "\(left.durableWrites)", "\(right.durableWrites)")
        if release >= .v60 {
            property("fast_path", of: object, FastPathOption.text(left.fastPath), FastPathOption.text(right.fastPath))
        }
        if release >= .v60 { compareAnnotations(left, right) }
        compare(left.types, right.types, { .type(keyspace: left.name, name: $0) }, by: { $0.compare($1, $2) })
        compare(left.tables, right.tables, { .table(keyspace: left.name, name: $0) }, by: { $0.compare($1, $2) })
        compare(left.views, right.views, { .view(keyspace: left.name, name: $0) }, by: { $0.compare($1, $2) })
        compare(
            left.functions, right.functions, { .function(keyspace: left.name, signature: $0) },
            by: { $0.compare($1, $2) })
        compare(
            left.aggregates, right.aggregates, { .aggregate(keyspace: left.name, signature: $0) },
            by: { $0.compare($1, $2) })
    }

    private mutating func compare(_ left: UserType, _ right: UserType) {
        func fields(_ type: UserType) -> [String: DataType] {
            Dictionary(type.fields.map { ($0.name, $0.type) }) { first, _ in first }
        }
        let object = SchemaDifference.Object.type(keyspace: left.keyspace, name: left.name)
        compare(
            fields(left), fields(right), { .field(keyspace: left.keyspace, type: left.name, name: $0) },
            by: { _, _, _ in })
        for field in left.fields {
            guard let other = right.fields.first(where: { $0.name == field.name }) else { continue }
            let object = SchemaDifference.Object.field(keyspace: left.keyspace, type: left.name, name: field.name)
            property("type", of: object, field.type.description, other.type.description)
        }
        let names = Set(left.fields.map(\.name)).intersection(right.fields.map(\.name))
        property(
            "order", of: object, Self.list(left.fields.map(\.name).filter(names.contains)),
            Self.list(right.fields.map(\.name).filter(names.contains)))
    }

    private mutating func compare(_ left: Table, _ right: Table) {
        let (keyspace, name) = (left.keyspace, left.name)
        let object = SchemaDifference.Object.table(keyspace: keyspace, name: name)
        property(
            "partition key", of: object, Self.list(left.partitionKey.map(\.name)),
            Self.list(right.partitionKey.map(\.name)))
        property(
            "clustering key", of: object, Self.list(left.clustering.map(\.name)),
            Self.list(right.clustering.map(\.name)))
        property("flags", of: object, Self.flags(left), Self.flags(right))
        for (left, right) in zip(left.options.entries(for: release), right.options.entries(for: release)) {
            property(left.name, of: object, left.text, right.text)
        }
        compare(
            Self.columns(left), Self.columns(right), { .column(keyspace: keyspace, table: name, name: $0) },
            by: { $0.compare($1, $2, .column(keyspace: keyspace, table: name, name: $1.name)) })
        for trigger in Set(left.triggers.keys).union(right.triggers.keys).sorted() {
            let object = SchemaDifference.Object.trigger(keyspace: keyspace, table: name, name: trigger)
            switch (left.triggers[trigger], right.triggers[trigger]) {
            case (let left?, let right?): property("class", of: object, left, right)
            case (nil, _): differences.append(SchemaDifference(object, .added))
            case (_, nil): differences.append(SchemaDifference(object, .removed))
            }
        }
        compare(
            left.indexes, right.indexes, { .index(keyspace: keyspace, table: name, name: $0) },
            by: { $0.compare($1, $2, .index(keyspace: keyspace, table: name, name: $1.name)) })
    }

    mutating func compare(_ left: Column, _ right: Column, _ object: SchemaDifference.Object) {
        property("type", of: object, left.type.description, right.type.description)
        property("kind", of: object, left.kind.rawValue, right.kind.rawValue)
        property("clustering order", of: object, left.order.rawValue, right.order.rawValue)
        property("mask", of: object, left.mask.map(MaskText.text) ?? "", right.mask.map(MaskText.text) ?? "")
        property("check", of: object, Self.constraints(left), Self.constraints(right))
    }

    private mutating func compare(_ left: Index, _ right: Index, _ object: SchemaDifference.Object) {
        property("kind", of: object, left.kind.rawValue, right.kind.rawValue)
        property("target", of: object, left.target, right.target)
        // `sai` and `StorageAttachedIndex` are one class.
        let classes = [left, right].map { IndexAttributes.fullClassName($0.className ?? "", in: release) }
        property("class", of: object, classes[0], classes[1])
        property("options", of: object, CQLText.map(left.options), CQLText.map(right.options))
    }

    static func columns(_ table: Table) -> [String: Column] {
        Dictionary(table.columns.map { ($0.name, $0) }) { first, _ in first }
    }

    private static func constraints(_ column: Column) -> String {
        column.constraints.map { ConstraintText.text($0) }.joined(separator: " AND ")
    }

    private static func flags(_ table: Table) -> String { list(table.flags.map(\.rawValue).sorted()) }

    static func list(_ names: [String]) -> String {
        "(\(names.map(CQLIdentifier.quoted).joined(separator: ", ")))"
    }
}
