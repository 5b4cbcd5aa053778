import CQLWire
import SchemaModel

extension ServerError {
    /// The error that answers a schema statement that is refused.
    init(_ refusal: SchemaRefusal) {
        var details = Details.none
        if case .alreadyExists(let keyspace, let table) = refusal.kind {
            details = .alreadyExists(keyspace: keyspace, table: table)
        }
        self.init(ServerErrorCode(rawValue: refusal.kind.code), refusal.message, details: details)
    }
}

extension CQLWire.SchemaChange {
    /// The change as the protocol tells of it.
    init(_ change: SchemaModel.SchemaChange) {
        let what: Change =
            switch change.action {
            case .created: .created
            case .updated: .updated
            case .dropped: .dropped
            }
        let name = change.name ?? ""
        let target: Target =
            switch change.target {
            case .keyspace: .keyspace(change.keyspace)
            case .table: .table(keyspace: change.keyspace, name: name)
            case .type: .type(keyspace: change.keyspace, name: name)
            }
        self.init(what, target)
    }
}
