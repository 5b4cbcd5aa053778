import CQLSyntax

/// What stands behind USING and WITH of an index (`IndexAttributes`).
struct IndexAttributes {
    static let sasi = "org.apache.cassandra.index.sasi.SASIIndex"
    static let storageAttached = "org.apache.cassandra.index.sai.StorageAttachedIndex"

    private let reader: PropertyReader
    private let context: SchemaContext

    /// Whether a class makes the index: from 5.0 on USING alone says so as well.
    let isCustom: Bool

    /// The class as it is written.
    let className: String?

    var release: CassandraRelease { context.release }

    init(_ statement: CreateIndex, _ reader: PropertyReader, _ context: SchemaContext) {
        self.reader = reader
        self.context = context
        guard context.release >= .v50 else {
            isCustom = statement.isCustom
            className = statement.using?.text
            return
        }
        let written = statement.using?.text ?? "legacy_local_table"
        let isLegacy = !statement.isCustom && written.lowercased() == "legacy_local_table"
        isCustom = !isLegacy
        className = isLegacy ? nil : written
    }

    /// The full class that a class's name stands for (`IndexMetadata.indexNameAliases`).
    static func fullClassName(_ name: String, in release: CassandraRelease) -> String {
        guard release >= .v50 else { return name }
        return ["sai", "storageattachedindex"].contains(name.lowercased()) ? storageAttached : name
    }

    var isStorageAttached: Bool {
        className.map { Self.fullClassName($0, in: release) == Self.storageAttached } ?? false
    }

    func check() throws(SchemaRefusal) {
        try reader.checkNames(["options"])
        if isCustom, className == nil { throw .invalid("CUSTOM index requires specifiying the index class") }
        if !isCustom, className != nil { throw .invalid("Cannot specify index class for a non-CUSTOM index") }
        if !isCustom, !reader.isEmpty { throw .invalid("Cannot specify options for a non-CUSTOM index") }
        let options = try options()
        for name in ["class_name", "target"] where options[name] != nil {
            throw .invalid("Cannot specify \(name) as a CUSTOM option")
        }
        if className == Self.sasi, !context.settings.sasiIndexes, release >= .v40 {
            throw .invalid("SASI indexes are disabled. Enable in cassandra.yaml to use.")
        }
    }

    func options() throws(SchemaRefusal) -> [String: String] { try reader.map("options") ?? [:] }

    var warnings: [String] {
        guard isCustom, className == Self.sasi else { return [] }
        return ["SASI indexes are experimental and are not recommended for production use."]
    }
}
