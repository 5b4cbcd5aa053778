import CQLSyntax
import CQLWire

extension EarlyRefusal {
    /// What a server answers to it (`CreateTableStatement.Raw` of 4.1.10, 5.0.9 and 6.0-alpha2; 3.11.19).
    func error(of release: CassandraRelease) -> ServerError {
        ServerError(.invalid, release < .v40 ? oldText : text)
    }

    private var text: String {
        switch self {
        case .secondPrimaryKey(let table):
            "Multiple PRIMARY KEY specified for table '\(table)' (exactly one required)"
        case .repeatedColumn(let name, let table): "Duplicate column '\(name)' declaration for table '\(table)'"
        case .repeatedClusteringColumn(let name, let table):
            "Duplicate column '\(name)' in CLUSTERING ORDER BY clause for table '\(table)'"
        case .alteredField: oldText
        }
    }

    private var oldText: String {
        switch self {
        case .secondPrimaryKey: "Multiple PRIMARY KEYs specifed (exactly one required)"
        case .repeatedColumn(let name, _), .repeatedClusteringColumn(let name, _):
            "Multiple definition of identifier \(name)"
        case .alteredField: "Altering of types is not allowed"
        }
    }
}
