import CQLSyntax
import SchemaModel

/// A version that was applied and taken back in the schema model.
///
/// Only of tables that its statements name anything is known.
struct RollbackContext: Sendable {
    /// The statements that take it back, from the first to the last; they stand in the file that the remarks are about.
    let range: Range<Int>
    /// The schema in front of the version.
    let before: Catalogue
    /// The schema after it was taken back.
    let after: Catalogue
    /// The release whose rules hold.
    let release: CassandraRelease
}
