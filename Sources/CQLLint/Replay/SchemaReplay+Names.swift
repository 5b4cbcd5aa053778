import CQLSyntax
import SchemaModel

extension SchemaReplay {
    /// An empty schema but for the keyspace that is migrated.
    init(release: CassandraRelease, target: String) {
        let keyspace = Keyspace(name: target, replication: .simple(1))
        self.init(release: release, keyspace: target, catalogue: Catalogue(keyspaces: [target: keyspace]))
    }

    /// Whether all keyspaces are there that a statement needs.
    func knowsKeyspaces(of names: ReferencedNames) -> Bool {
        names.keyspaces.allSatisfy { catalogue.keyspaces[$0] != nil }
            && (names.isKeyspaceStatement || catalogue.keyspaces[keyspace] != nil
                || names.objects.allSatisfy { $0.keyspace != nil })
    }

    /// The tables of a keyspace; nil where there is no such keyspace.
    func tables(in keyspace: String) -> [String: Table]? { catalogue.keyspaces[keyspace]?.tables }

    /// The full name of an object.
    func fullName(_ name: QualifiedName) -> ObjectName {
        ObjectName(keyspace: name.keyspace?.text ?? keyspace, name: name.name.text)
    }

    /// The full name of an object.
    func fullName(_ name: ObjectName) -> ObjectName {
        name.keyspace == nil ? ObjectName(keyspace: keyspace, name: name.name) : name
    }

    /// The schema with no tables but these.
    func catalogue(of tables: Set<ObjectName>) -> Catalogue {
        var part = Catalogue(keyspaces: catalogue.keyspaces.mapValues(\.withoutTables))
        for name in tables {
            guard let keyspace = name.keyspace, let table = catalogue.table(name.name, in: keyspace) else { continue }
            part.keyspaces[keyspace]?.tables[name.name] = table
        }
        return part
    }
}

extension Keyspace {
    /// The keyspace with everything in it but tables.
    fileprivate var withoutTables: Keyspace {
        var keyspace = self
        keyspace.tables = [:]
        return keyspace
    }
}
