import CQLSyntax
import SchemaModel

/// The rows of `system_schema`.
struct SchemaRows {
    init(_ release: CassandraRelease, _ system: Catalogue, _ catalogue: Catalogue) {}

    func rows(of name: String) -> [VirtualRow] { [] }
}
