/// One thing that DESCRIBE shows.
struct DescribedElement: Hashable {
    /// Its keyspace, quoted where it must be.
    let keyspace: String
    /// `keyspace`, `table`, `type` or `index`.
    let type: String
    /// Its name, quoted where it must be.
    let name: String
    /// The statements that make it.
    let statement: String

    var cells: [String] { [keyspace, type, name, statement] }
}
