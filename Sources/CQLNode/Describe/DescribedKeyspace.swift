import CQLSyntax
import SchemaModel

/// What is in a keyspace, in the order in which DESCRIBE shows it.
struct DescribedKeyspace {
    private let release: CassandraRelease
    private let withInternals: Bool

    init(_ release: CassandraRelease, withInternals: Bool) {
        self.release = release
        self.withInternals = withInternals
    }

    /// The keyspace, its types with those in front that others need, and its tables with their indexes.
    func everything(in keyspace: Keyspace, of catalogue: Catalogue) -> [DescribedElement] {
        [element(of: keyspace)] + typesInOrder(keyspace).map(element)
            + keyspace.tables.values.sorted { $0.name < $1.name }.flatMap { elements(of: $0, in: catalogue) }
    }

    /// A keyspace alone.
    func element(of keyspace: Keyspace) -> DescribedElement {
        element(keyspace.name, "keyspace", keyspace.name, "")
    }

    /// A type.
    func element(of type: UserType) -> DescribedElement { element(type.keyspace, "type", type.name, "") }

    /// A table and its indexes.
    func elements(of table: Table, in catalogue: Catalogue) -> [DescribedElement] {
        [element(table.keyspace, "table", table.name, "")]
            + table.indexes.values.sorted { $0.name < $1.name }.map { element(of: $0, on: table) }
    }

    /// An index.
    func element(of index: Index, on table: Table) -> DescribedElement {
        element(table.keyspace, "index", index.name, "")
    }

    private func element(_ keyspace: String, _ type: String, _ name: String, _ statement: String) -> DescribedElement {
        DescribedElement(
            keyspace: CQLIdentifier.quoted(keyspace), type: type, name: CQLIdentifier.quoted(name),
            statement: statement)
    }

    private func typesInOrder(_ keyspace: Keyspace) -> [UserType] {
        var remaining = keyspace.types.values.sorted { $0.name < $1.name }
        var ordered: [UserType] = []
        while !remaining.isEmpty {
            let ready = remaining.filter { type in
                !remaining.contains { other in
                    other.name != type.name
                        && type.fields.contains { $0.type.references(other.name, in: keyspace.name) }
                }
            }
            // Types cannot need each other; were they to, their names would decide.
            let next = ready.isEmpty ? remaining : ready
            ordered += next
            remaining.removeAll { type in next.contains { $0.name == type.name } }
        }
        return ordered
    }
}
