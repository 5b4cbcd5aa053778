/// CREATE TABLE.
extension Parser {
    /// Reads what follows CREATE TABLE.
    mutating func createTable() throws(SyntaxError) -> StatementTree {
        let ifNotExists = try ifNotExists()
        let name = try qualifiedName("the name of a table")
        if keyword == .like { return .copyTable(try copyTable(name, ifNotExists: ifNotExists)) }
        return .createTable(try tableDefinition(name, ifNotExists: ifNotExists))
    }

    private mutating func tableDefinition(
        _ name: QualifiedName,
        ifNotExists: Bool
    ) throws(SyntaxError) -> CreateTable {
        try expect(.leftParenthesis, "`(` and the columns")
        var columns: [ColumnDefinition] = []
        // Most tables have no more; growing from one would copy them several times.
        columns.reserveCapacity(8)
        var primaryKey: PrimaryKey?
        var keyColumn: Name?
        repeat {
            // Commas too many are read by every release, but for one in front of the first column.
            if kind == .comma || kind == .rightParenthesis, !columns.isEmpty || primaryKey != nil { continue }
            let start = range
            if keyword == .primary {
                let key = try self.primaryKey()
                guard primaryKey == nil, keyColumn == nil else { throw secondPrimaryKey(of: name, at: start) }
                primaryKey = key
            } else {
                let column = try columnDefinition("a column name or `PRIMARY KEY`", inTable: true)
                if column.isPrimaryKey {
                    guard primaryKey == nil, keyColumn == nil else { throw secondPrimaryKey(of: name, at: start) }
                    keyColumn = column.name
                }
                columns.append(column)
            }
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        try refuseRepeated(columns, of: name)
        var options = TableOptions()
        options.table = name
        if skip(.with) {
            repeat { try tableOption(&options) } while skip(.and)
        }
        return CreateTable(
            name: name,
            ifNotExists: ifNotExists,
            columns: columns,
            primaryKey: primaryKey,
            clusteringOrder: options.clusteringOrder,
            isCompactStorage: options.isCompactStorage,
            properties: options.properties
        )
    }

    private func secondPrimaryKey(of table: QualifiedName, at range: Range<Int>) -> SyntaxError {
        duplicate(
            "The table has a second `PRIMARY KEY` here; there is exactly one.", at: range,
            .secondPrimaryKey(table: table.textAsWritten))
    }

    private func refuseRepeated(_ columns: [ColumnDefinition], of table: QualifiedName) throws(SyntaxError) {
        var seen = SeenNames()
        for index in columns.indices
        where !seen.isNew(columns[index].name.text, behind: index, { columns[$0].name.text }) {
            throw declaredTwice(columns[index], table)
        }
    }

    private func declaredTwice(_ column: ColumnDefinition, _ table: QualifiedName) -> SyntaxError {
        duplicate(
            "The column `\(column.name.text)` is declared twice.", at: column.name.span.range,
            .repeatedColumn(column.name.text, table: table.textAsWritten))
    }

    /// Reads `name type STATIC MASKED … CHECK … PRIMARY KEY`, or without what stands only in CREATE TABLE.
    mutating func columnDefinition(_ expected: String, inTable: Bool) throws(SyntaxError) -> ColumnDefinition {
        let name = try name(expected)
        let type = try type()
        let isStatic = skip(.static)
        var constraints: [ColumnConstraint] = []
        if inTable, keyword == .not {
            try require(.v60, "`NOT NULL`", at: range)
            advance()
            try expect(.null)
            constraints.append(.notNull)
        }
        var mask: FunctionCall?
        if keyword == .masked { mask = try columnMask() }
        if keyword == .check {
            let start = range
            let checks = try columnConstraints(of: name)
            guard constraints.isEmpty || !checks.contains(.notNull) else {
                throw duplicate("`NOT NULL` stands twice.", at: start)
            }
            constraints += checks
        }
        var isPrimaryKey = false
        if inTable, skip(.primary) {
            try expect(.key)
            isPrimaryKey = true
        }
        return ColumnDefinition(
            name: name,
            type: type,
            isStatic: isStatic,
            isPrimaryKey: isPrimaryKey,
            mask: mask,
            constraints: constraints
        )
    }

    /// Reads `MASKED WITH …`.
    mutating func columnMask() throws(SyntaxError) -> FunctionCall {
        try require(.v50, "`MASKED WITH`", at: range)
        advance()
        try expect(.with)
        if skip(.default) { return FunctionCall(QualifiedName(Name("mask_default")), []) }
        let function = try qualifiedName("a masking function or `DEFAULT`", .function)
        return FunctionCall(function, try arguments())
    }

    /// Reads `PRIMARY KEY ((a, b), c)`.
    mutating func primaryKey() throws(SyntaxError) -> PrimaryKey {
        advance()
        try expect(.key)
        try expect(.leftParenthesis, "`(`")
        var partition: [Name] = []
        partition.reserveCapacity(2)
        if skip(.leftParenthesis) {
            repeat { partition.append(try name("a column name")) } while skip(.comma)
            try expect(.rightParenthesis, "`,` or `)`")
        } else {
            partition.append(try name("a column name or `(`"))
        }
        var clustering: [Name] = []
        while skip(.comma) { clustering.append(try name("a column name")) }
        try expect(.rightParenthesis, "`,` or `)`")
        return PrimaryKey(partition: partition, clustering: clustering)
    }
}
