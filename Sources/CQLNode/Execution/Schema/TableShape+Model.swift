import CQLSyntax
import CQLWire
import SchemaModel

extension TableShape {
    /// The shape of a table of the catalogue.
    init(_ table: Table, in catalogue: Catalogue, isView: Bool = false) {
        var columns: [ColumnShape] = []
        for (position, column) in table.partitionKey.enumerated() {
            columns.append(ColumnShape(column, kind: .partitionKey(position), catalogue))
        }
        for (position, column) in table.clustering.enumerated() {
            let kind = ColumnShape.Kind.clustering(position, isDescending: column.order == .descending)
            columns.append(ColumnShape(column, kind: kind, catalogue))
        }
        columns += table.statics.map { ColumnShape($0, kind: .static, catalogue) }
        columns += table.regulars.map { ColumnShape($0, kind: .regular, catalogue) }
        self.init(
            id: table.id,
            keyspace: table.keyspace,
            name: table.name,
            columns: columns,
            indexes: table.indexes.values.sorted { $0.name < $1.name }.map { Index($0) },
            defaultTimeToLive: table.options.defaultTimeToLive,
            droppedColumns: table.dropped.mapValues(\.time),
            constraints: table.constraints,
            isVirtual: table.isVirtual,
            isView: isView
        )
    }
}

extension Table {
    /// The conditions of the columns that have some.
    fileprivate var constraints: [String: [ColumnConstraint]] {
        var constraints: [String: [ColumnConstraint]] = [:]
        for column in columns where !column.constraints.isEmpty { constraints[column.name] = column.constraints }
        return constraints
    }
}

extension ColumnShape {
    fileprivate init(_ column: Column, kind: Kind, _ catalogue: Catalogue) {
        self.init(
            column.name,
            CQLType(column.type, in: catalogue),
            isFrozen: !column.type.isMultiCell,
            kind: kind
        )
    }
}

extension TableShape.Index {
    /// The index, its target taken apart: `c`, `keys(c)` and so on, the column in quotes where it must be.
    fileprivate init(_ index: SchemaModel.Index) {
        var column = index.target
        var target = Target.values
        for (prefix, kind) in [("keys(", Target.keys), ("values(", .values), ("entries(", .entries), ("full(", .full)]
        where column.hasPrefix(prefix) && column.hasSuffix(")") {
            column = String(column.dropFirst(prefix.count).dropLast())
            target = kind
            break
        }
        if column.hasPrefix("\""), column.hasSuffix("\""), column.utf8.count >= 2 {
            column = column.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false)
                .joined(separator: "\"")
        }
        let className = index.className?.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isStorageAttached = className == "sai" || className == "storageattachedindex"
        self.init(index.name, on: column, target, isStorageAttached: isStorageAttached)
    }
}

extension CQLType {
    /// The type of a column as the wire shows it; a user-defined type that the catalogue does not have has no fields.
    init(_ type: DataType, in catalogue: Catalogue) {
        switch type {
        case .native(let native): self = CQLType(native)
        case .list(let element, _): self = .list(CQLType(element, in: catalogue))
        case .set(let element, _): self = .set(CQLType(element, in: catalogue))
        case .map(let key, let value, _): self = .map(CQLType(key, in: catalogue), CQLType(value, in: catalogue))
        case .tuple(let types, _): self = .tuple(types.map { CQLType($0, in: catalogue) })
        case .vector(let element, let dimension): self = .vector(CQLType(element, in: catalogue), dimension: dimension)
        case .custom(let name): self = CQLType(javaClassName: name)
        case .userDefined(let keyspace, let name, _):
            let fields = catalogue.type(name, in: keyspace)?.fields ?? []
            self = .udt(
                UserDefinedType(
                    keyspace: keyspace,
                    name: name,
                    fields: fields.map { .init(name: $0.name, type: CQLType($0.type, in: catalogue)) }
                )
            )
        }
    }

    /// A type that the language names.
    init(_ native: NativeType) {
        switch native {
        case .ascii: self = .ascii
        case .bigint: self = .bigint
        case .blob: self = .blob
        case .boolean: self = .boolean
        case .counter: self = .counter
        case .date: self = .date
        case .decimal: self = .decimal
        case .double: self = .double
        case .duration: self = .duration
        case .empty: self = .custom("org.apache.cassandra.db.marshal.EmptyType")
        case .float: self = .float
        case .inet: self = .inet
        case .int: self = .int
        case .smallint: self = .smallint
        case .text: self = .text
        case .time: self = .time
        case .timestamp: self = .timestamp
        case .timeuuid: self = .timeuuid
        case .tinyint: self = .tinyint
        case .uuid: self = .uuid
        case .varint: self = .varint
        }
    }
}
