/// SELECT.
extension Parser {
    /// Reads what follows SELECT.
    mutating func select() throws(SyntaxError) -> Select {
        var isJSON = false
        var isDistinct = false
        if keyword == .json, isModifier {
            isJSON = true
            advance()
        }
        if keyword == .distinct, isModifier {
            isDistinct = true
            advance()
        }
        let items = try selectedItems()
        try expect(.from)
        let table = try qualifiedName("the name of a table")
        var relations: [Relation] = []
        if skip(.where) { relations = try self.relations() }
        var groupBy: [Selector] = []
        if skip(.group) {
            try expect(.by)
            repeat { groupBy.append(try grouping()) } while skip(.comma)
        }
        var orderBy: [Ordering] = []
        if skip(.order) {
            try expect(.by)
            repeat { orderBy.append(try ordering()) } while skip(.comma)
        }
        var perPartitionLimit: Term?
        if skip(.per) {
            try expect(.partition)
            try expect(.limit)
            perPartitionLimit = try wholeNumber()
        }
        var limit: Term?
        if skip(.limit) { limit = try wholeNumber() }
        var allowFiltering = false
        if skip(.allow) {
            try expect(.filtering)
            allowFiltering = true
        }
        var options: [Property] = []
        if keyword == .with {
            try require(.v60, "`WITH` in a `SELECT`", at: range)
            advance()
            options = try properties()
        }
        return Select(
            table: table,
            items: items,
            isJSON: isJSON,
            isDistinct: isDistinct,
            relations: relations,
            groupBy: groupBy,
            orderBy: orderBy,
            perPartitionLimit: perPartitionLimit,
            limit: limit,
            allowFiltering: allowFiltering,
            options: options
        )
    }

    /// Whether `json` or `distinct`, which may be columns too, belongs to the statement here.
    private var isModifier: Bool {
        if nextKind == .star { return true }
        var ahead = self
        ahead.advance()
        if ahead.keyword == .distinct, ahead.isModifier { return true }
        if (try? ahead.selectedItems()) != nil, ahead.keyword == .from { return true }
        // Neither reading is right: the likelier one says what is wrong.
        var asColumn = self
        if (try? asColumn.selectedItems()) != nil, asColumn.keyword == .from { return false }
        switch nextKind {
        case .identifier: return nextKeyword != .from && nextKeyword != .as
        case .quotedIdentifier, .star: return true
        default: return false
        }
    }

    mutating func selectedItems() throws(SyntaxError) -> [SelectedItem] {
        if skip(.star) { return [] }
        var items: [SelectedItem] = []
        repeat {
            let start = range.lowerBound
            let selector = try selector(items.isEmpty ? "a selector or `*`" : "a selector")
            let span = Span(start..<max(start, position.previousEnd))
            var alias: Name?
            if skip(.as) { alias = try name("an alias") }
            items.append(SelectedItem(selector, alias: alias, at: span))
        } while skip(.comma)
        return items
    }

    private mutating func grouping() throws(SyntaxError) -> Selector {
        let start = range
        let selector = try selector("a column name")
        if case .column = selector { return selector }
        try require(.v41, "`GROUP BY` of anything but columns", at: start)
        return selector
    }

    private mutating func ordering() throws(SyntaxError) -> Ordering {
        let column = try column()
        var nearestTo: Term?
        let start = range
        if skip(.ann) {
            try require(.v50, "`ANN OF`", at: start)
            try expect(.of)
            nearestTo = try term("a vector")
        }
        let isDescending = skip(.desc)
        if !isDescending { _ = skip(.asc) }
        return Ordering(column: column, isDescending: isDescending, nearestTo: nearestTo)
    }

    /// Reads digits or a bind marker (`intValue`).
    mutating func wholeNumber() throws(SyntaxError) -> Term {
        if kind == .bindMarker || kind == .colon { return .bindMarker(try bindMarker()) }
        return .constant(try integer("a whole number or a bind marker"))
    }
}
