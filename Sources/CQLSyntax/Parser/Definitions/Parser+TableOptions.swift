/// What stands behind WITH in CREATE TABLE.
struct TableOptions {
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
            try clusteringOrder(&options.clusteringOrder)
        } else {
            try appendProperty(to: &options.properties)
        }
    }

    private mutating func clusteringOrder(_ orders: inout [ClusteringOrder]) throws(SyntaxError) {
        try expect(.leftParenthesis, "`(`")
        var columns = Set(orders.map(\.column.text))
        repeat {
            let column = try name("a column name")
            guard columns.insert(column.text).inserted else {
                throw duplicate(
                    "The column `\(column.text)` stands twice in `CLUSTERING ORDER BY`.", at: column.span.range)
            }
            if skip(.desc) {
                orders.append(ClusteringOrder(column: column, isDescending: true))
            } else if skip(.asc) {
                orders.append(ClusteringOrder(column: column, isDescending: false))
            } else {
                throw unexpected(among: ["ASC", "DESC"])
            }
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
    }
}
