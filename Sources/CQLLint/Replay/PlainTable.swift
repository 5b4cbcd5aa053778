import CQLSyntax
import SchemaModel

/// A CREATE TABLE that depends on nothing but its own text, and that a server takes if the name is free.
///
/// Nearly every table is one. To tell so costs little beside what the schema model has to do, and can be done for many
/// files at a time, while the model goes through them one after the other.
struct PlainTable {
    let name: ObjectName

    /// Nil for everything that needs a closer look.
    init?(_ tree: StatementTree, for release: CassandraRelease) {
        guard case .createTable(let statement) = tree, Self.isPlain(statement) || Self.isTaken(tree, release) else {
            return nil
        }
        name = statement.name.objectName
    }

    /// Tells most of them by their looks.
    private static func isPlain(_ statement: CreateTable) -> Bool {
        guard !statement.isCompactStorage, statement.properties.isEmpty, isPlain(statement.name.name) else {
            return false
        }
        let columns = statement.columns
        var inlineKeys = 0
        var hasStatics = false
        for index in columns.indices {
            guard columns[index].isPlain, isPlain(columns[index].type) else { return false }
            if columns[index].isStatic { hasStatics = true }
            if columns[index].isPrimaryKey {
                inlineKeys += 1
                guard !columns[index].isStatic, isKey(columns[index].type) else { return false }
            }
        }
        guard let key = statement.primaryKey else {
            return inlineKeys == 1 && !hasStatics && statement.clusteringOrder.isEmpty
        }
        guard inlineKeys == 0, !hasStatics || !key.clustering.isEmpty, isPlain(key, of: columns) else { return false }
        let order = statement.clusteringOrder
        return order.isEmpty
            || (order.count == key.clustering.count
                && order.indices.allSatisfy { order[$0].column.text == key.clustering[$0].text })
    }

    /// Whether it has as many characters as every release takes, and none but letters, digits and underscores.
    private static func isPlain(_ name: Name) -> Bool {
        let bytes = name.text.utf8.span
        guard bytes.count <= 48 else { return false }
        for index in bytes.indices where !isWordByte(bytes[index]) { return false }
        return true
    }

    /// Whether all columns of a key are there, may be in a key, and stand in it once.
    private static func isPlain(_ key: PrimaryKey, of columns: [ColumnDefinition]) -> Bool {
        var used = 0
        return isPlain(key.partition, of: columns, &used) && isPlain(key.clustering, of: columns, &used)
    }

    private static func isPlain(_ names: [Name], of columns: [ColumnDefinition], _ used: inout Int) -> Bool {
        for index in names.indices {
            guard let column = columns.indices.first(where: { columns[$0].name.text == names[index].text }),
                column < Int.bitWidth, used & 1 << column == 0, !columns[column].isStatic, isKey(columns[column].type)
            else { return false }
            used |= 1 << column
        }
        return true
    }

    /// Asks the schema model for the rest, as long as the text names nothing else.
    private static func isTaken(_ tree: StatementTree, _ release: CassandraRelease) -> Bool {
        let names = ReferencedNames(tree)
        guard names.objects.count == 1 else { return false }
        let keyspace = names.keyspaces.first ?? FolderReplay.namelessKeyspace
        var schema = SchemaReplay(release: release, target: keyspace)
        return (try? schema.run(tree)) != nil
    }

    /// What may stand in a primary key without a closer look.
    private static func isKey(_ type: TypeExpression) -> Bool {
        guard case .native(let native) = type else { return false }
        return native != .duration
    }

    /// The types of the language but counters, and collections of them.
    private static func isPlain(_ type: TypeExpression) -> Bool {
        switch type {
        case .native(let native): native != .counter && native != .empty
        case .list(let element): isScalar(element)
        case .set(let element): isScalar(element) && element != .native(.duration)
        case .map(let key, let value): isScalar(key) && key != .native(.duration) && isScalar(value)
        default: false
        }
    }

    private static func isScalar(_ type: TypeExpression) -> Bool {
        guard case .native(let native) = type else { return false }
        return native != .counter && native != .empty
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}
