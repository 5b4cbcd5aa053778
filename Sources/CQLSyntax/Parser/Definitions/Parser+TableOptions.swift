/// What stands behind WITH in CREATE TABLE.
struct TableOptions {
    /// The table, for what is said of it.
    var table: QualifiedName?
    var clusteringOrder: [ClusteringOrder] = []
    var isCompactStorage = false
    var properties: [Property] = []
}

extension Parser {
    /// Reads one option of a table: `CLUSTERING ORDER BY`, `COMPACT STORAGE` or a property.
    mutating func tableOption(_ options: inout TableOptions) throws(SyntaxError) {
        if keyword == .compact, keyword(ahead: 1) == .storage {
            advance()
            advance()
            options.isCompactStorage = true
        } else if keyword == .clustering, kind(ahead: 1) != .equal {
            advance()
            try expect(.order)
            try expect(.by)
            try clusteringOrder(&options)
        } else {
            try appendProperty(to: &options.properties)
        }
    }

    private mutating func clusteringOrder(_ options: inout TableOptions) throws(SyntaxError) {
        try expect(.leftParenthesis, "`(`")
        var columns = Set(options.clusteringOrder.map(\.column.text))
        repeat {
            let column = try name("a column name")
            // 3.11 takes the later one.
            guard columns.insert(column.text).inserted || release == .v311 else {
                throw duplicate(
                    "The column `\(column.text)` stands twice in `CLUSTERING ORDER BY`.", at: column.span.range,
                    options.table.map { .repeatedClusteringColumn(column.text, table: $0.textAsWritten) })
            }
            if skip(.desc) {
                options.clusteringOrder.append(ClusteringOrder(column: column, isDescending: true))
            } else if skip(.asc) {
                options.clusteringOrder.append(ClusteringOrder(column: column, isDescending: false))
            } else {
                throw unexpected(among: ["ASC", "DESC"])
            }
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
    }
}
