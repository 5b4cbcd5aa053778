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
        if keyword == .compact, nextKeyword == .storage {
            advance()
            advance()
            options.isCompactStorage = true
        } else if keyword == .clustering, nextKind != .equal {
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
        var seen = SeenNames()
        repeat {
            let column = try name("a column name")
            let isNew = seen.isNew(column.text, behind: options.clusteringOrder.count) {
                options.clusteringOrder[$0].column.text
            }
            // 3.11 takes the later one.
            guard isNew || release == .v311 else {
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
