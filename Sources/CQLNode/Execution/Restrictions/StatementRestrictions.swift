import CQLSyntax
import CQLWire

/// What a WHERE clause says, sorted by what it can be looked up with (`StatementRestrictions`).
struct StatementRestrictions: Hashable, Sendable {
    /// The statements that differ in what their WHERE clause may say.
    enum Statement: String, Sendable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
        case select = "SELECT"
    }

    let table: TableShape
    /// The restrictions of the partition key's components, by position.
    private(set) var partitionKey: [Int: Restriction] = [:]
    /// The restriction of the token.
    private(set) var token: TokenRestriction?
    /// The restrictions of the clustering columns, in the order of their first columns.
    private(set) var clustering: [Restriction] = []
    /// The restrictions of other columns.
    private(set) var others: [Restriction] = []
    /// Whether an index that fits one of the restrictions exists.
    var hasQueriableIndex = false
    /// Whether an index finds the rows.
    var usesIndex = false
    /// How many restrictions of the primary key rows are filtered by.
    var filteredKeyRestrictions = 0
    /// Whether more than one partition may be read.
    var isKeyRange = false

    /// The release whose messages apply.
    let release: CassandraRelease

    init(table: TableShape, release: CassandraRelease) {
        self.table = table
        self.release = release
    }

    /// Takes another restriction in.
    mutating func add(_ given: Restriction, allowFiltering: Bool) throws(ServerError) {
        var restriction = given
        restriction.release = release
        switch restriction.columns[0].kind {
        case .partitionKey(let position):
            partitionKey[position] = try partitionKey[position]?.merged(with: restriction) ?? restriction
        case .clustering:
            try addClustering(restriction, allowFiltering: allowFiltering)
        case .static, .regular:
            if let index = others.firstIndex(where: { $0.columns == restriction.columns }) {
                others[index] = try others[index].merged(with: restriction)
            } else {
                others.append(restriction)
            }
        }
    }

    /// Takes a restriction of the token in.
    mutating func add(_ restriction: TokenRestriction) throws(ServerError) {
        let names = table.partitionKey.map { $0.name }.joined(separator: ", ")
        guard var merged = token else {
            token = restriction
            return
        }
        guard !merged.isEqual else {
            throw .invalid("\(names) cannot be restricted by more than one relation if it includes an Equal")
        }
        guard !restriction.isEqual else {
            throw .invalid("Columns \"\(names)\" cannot be restricted by both an equality and an inequality relation")
        }
        guard merged.lower == nil || restriction.lower == nil else {
            throw .invalid("More than one restriction was found for the start bound on \(names)")
        }
        guard merged.upper == nil || restriction.upper == nil else {
            throw .invalid("More than one restriction was found for the end bound on \(names)")
        }
        merged.lower = merged.lower ?? restriction.lower
        merged.upper = merged.upper ?? restriction.upper
        token = merged
    }

    private mutating func addClustering(_ restriction: Restriction, allowFiltering: Bool) throws(ServerError) {
        let position = table.clusteringPosition(restriction.columns[0])
        if let index = clustering.firstIndex(where: { existing in
            existing.columns.contains { restriction.columns.contains($0) }
        }) {
            clustering[index] = try clustering[index].merged(with: restriction)
            return
        }
        if let last = clustering.last, !allowFiltering, !table.hasIndex(for: restriction) {
            let lastPosition = table.clusteringPosition(last.columns[0])
            if last.isSlice, position > lastPosition {
                throw .invalid(
                    "Clustering column \"\(restriction.columns[0].name)\" cannot be restricted "
                        + "(preceding column \"\(last.columns[0].name)\" is restricted by a non-EQ relation)"
                )
            }
            if position < lastPosition, restriction.isSlice, position + 1 < table.clustering.count {
                let next = clustering.first { table.clusteringPosition($0.columns[0]) > position }?.columns[0]
                throw .invalid(
                    "PRIMARY KEY column \"\(next?.name ?? "")\" cannot be restricted "
                        + "(preceding column \"\(restriction.columns[0].name)\" is restricted by a non-EQ relation)"
                )
            }
        }
        clustering.append(restriction)
        clustering.sort { table.clusteringPosition($0.columns[0]) < table.clusteringPosition($1.columns[0]) }
    }
}

extension TableShape {
    /// Where a clustering column stands among them.
    func clusteringPosition(_ column: ColumnShape) -> Int {
        if case .clustering(let position, _) = column.kind { position } else { -1 }
    }

    /// Whether one of the indexes finds what a restriction asks for.
    func hasIndex(for restriction: Restriction) -> Bool {
        restriction.columns.count == 1 && indexes.contains { $0.finds(restriction) }
    }
}

extension TableShape.Index {
    /// Whether the index finds what a restriction asks for.
    func finds(_ restriction: Restriction) -> Bool {
        guard restriction.columns.count == 1, restriction.columns[0].name == column else { return false }
        switch restriction.kind {
        case .contains(let values, let keys, let entries):
            switch target {
            case .values: return !values.isEmpty
            case .keys: return !keys.isEmpty
            case .entries: return !entries.isEmpty
            case .full: return false
            }
        case .equal: return !restriction.columns[0].isMultiCell && (target == .values || target == .full)
        case .slice: return isStorageAttached && target == .values
        case .isIn, .notEqual, .notIn, .like: return false
        }
    }
}
