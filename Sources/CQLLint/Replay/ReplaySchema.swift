import CQLSyntax
import FoundationEssentials
import SchemaModel

/// A schema to which statements are applied one after the other, as by one session of a server.
struct ReplaySchema {
    /// The keyspace where none is configured.
    static let namelessKeyspace = "target_keyspace"

    /// The release whose rules hold.
    let release: CassandraRelease
    /// The schema so far.
    var catalogue: Catalogue
    /// The keyspace of names without one.
    var keyspace: String
    /// The keyspace that was there at first.
    private let target: String
    /// How many statements there were.
    private var time: Int64 = 0

    /// An empty schema but for the keyspace that is migrated.
    init(release: CassandraRelease, target: String) {
        self.release = release
        keyspace = target
        self.target = target
        catalogue = Catalogue(keyspaces: [target: Keyspace(name: target, replication: .simple(1))])
    }

    /// The same session on another schema.
    init(_ other: ReplaySchema, _ catalogue: Catalogue) {
        self = other
        self.catalogue = catalogue
    }

    /// Does what a statement says, or leaves everything as it is.
    mutating func apply(_ tree: StatementTree, _ names: ReferencedNames) throws(SchemaRefusal) {
        time &+= 1
        _ = try catalogue.apply(tree, in: context(names))
    }

    /// Whether all keyspaces are there that a statement needs.
    func knowsKeyspaces(of names: ReferencedNames) -> Bool {
        names.keyspaces.allSatisfy { catalogue.keyspaces[$0] != nil }
            && (names.isKeyspaceStatement || catalogue.keyspaces[keyspace] != nil
                || names.objects.allSatisfy { $0.keyspace != nil })
    }

    /// The tables of a keyspace; nil where there is no such keyspace.
    func tables(in keyspace: String) -> [String: Table]? { catalogue.keyspaces[keyspace]?.tables }

    /// Whether no statement has been applied, and names without a keyspace are those of the one that is migrated.
    var isUntouched: Bool { time == 0 && keyspace == target }

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
        var part = Catalogue(keyspaces: catalogue.keyspaces.mapValues { $0.withoutTables })
        for name in tables {
            guard let keyspace = name.keyspace, let table = catalogue.table(name.name, in: keyspace) else { continue }
            part.keyspaces[keyspace]?.tables[name.name] = table
        }
        return part
    }

    /// What a statement is applied with.
    func context(_ names: ReferencedNames?) -> SchemaContext {
        var settings = NodeSettings()
        settings.masking = true
        settings.materializedViews = true
        settings.userFunctions = true
        settings.scriptedFunctions = true
        settings.sasiIndexes = true
        settings.dropCompactStorage = true
        settings.transactions = true
        // Which data centres there are is not known here: those that a statement names, and large enough.
        let centres = ["datacenter1"] + (names?.dataCentres ?? [])
        let id = UInt64(bitPattern: time)
        func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: id >> (index * 8)) }
        return SchemaContext(
            release: release, keyspace: keyspace,
            newTableID: UUID(
                uuid: (
                    0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, byte(5), byte(4), byte(3), byte(2), byte(1), byte(0)
                )),
            now: time, dataCentres: Dictionary(centres.map { ($0, 1000) }) { first, _ in first }, settings: settings)
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
