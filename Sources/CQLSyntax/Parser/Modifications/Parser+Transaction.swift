/// BEGIN TRANSACTION of 6.0.
extension Parser {
    /// Reads what follows BEGIN.
    mutating func transaction(from start: Range<Int>) throws(SyntaxError) -> Transaction {
        try require(.v60, "`BEGIN TRANSACTION`", at: start)
        advance()
        isInTransaction = true
        defer { isInTransaction = false }
        var assignments: [Transaction.Assignment] = []
        while skip(.let) { assignments.append(try rowAssignment()) }
        let result = try transactionResult()
        let conditions = try transactionConditions()
        var modifications: [BatchTree.Modification] = []
        while let modification = try batchedModification() {
            modifications.append(modification)
            try expect(.semicolon, "`;`")
        }
        if conditions != nil {
            guard skip(.end) else { throw unexpected(among: ["INSERT", "UPDATE", "DELETE", "END IF"]) }
            try expect(.if)
        }
        guard skip(.commit) else {
            throw unexpected(
                among: conditions == nil
                    ? ["INSERT", "UPDATE", "DELETE", "COMMIT TRANSACTION"] : ["COMMIT TRANSACTION"])
        }
        try expect(.transaction)
        return Transaction(
            assignments: assignments, result: result, conditions: conditions, modifications: modifications)
    }

    /// Reads what follows LET.
    private mutating func rowAssignment() throws(SyntaxError) -> Transaction.Assignment {
        guard kind == .identifier, keyword == nil else {
            throw unexpected("a name without quotes that is no word of the language")
        }
        let name = try name("a name")
        try expect(.equal, "`=`")
        try expect(.leftParenthesis, "`(`")
        try expect(.select)
        let select = try select()
        try expect(.rightParenthesis, "`)`")
        try expect(.semicolon, "`;`")
        return Transaction.Assignment(name, select)
    }

    private mutating func transactionResult() throws(SyntaxError) -> Transaction.Result? {
        guard skip(.select) else { return nil }
        var asReferences = self
        if let references = try? asReferences.rowReferences(), asReferences.skip(.semicolon) {
            self = asReferences
            return .references(references)
        }
        let select = try select()
        try expect(.semicolon, "`;`")
        return .select(select)
    }

    private mutating func rowReferences() throws(SyntaxError) -> [RowReference] {
        var references: [RowReference] = []
        repeat { references.append(try rowReference()) } while skip(.comma)
        return references
    }

    /// Reads `row`, or `row.column` and what stands behind it.
    mutating func rowReference() throws(SyntaxError) -> RowReference {
        let row = try column("the name of a row")
        guard skip(.dot) else { return RowReference(row) }
        return RowReference(row, try referenceSelection())
    }

    private mutating func transactionConditions() throws(SyntaxError) -> [Transaction.Condition]? {
        guard skip(.if) else { return nil }
        var conditions: [Transaction.Condition] = []
        repeat { conditions.append(try transactionCondition()) } while skip(.and)
        try expect(.then)
        return conditions
    }

    private mutating func transactionCondition() throws(SyntaxError) -> Transaction.Condition {
        guard isReference else {
            let value = try term("a row that LET has read, or a value")
            return .term(value, try transactionComparison(), try rowReference())
        }
        let reference = try rowReference()
        if skip(.is) {
            let isNegated = skip(.not)
            try expect(.null)
            return .isNull(reference, isNegated: isNegated)
        }
        return .reference(reference, try transactionComparison(), try term())
    }

    private mutating func transactionComparison() throws(SyntaxError) -> ComparisonOperator {
        let comparison: ComparisonOperator? =
            switch kind {
            case .equal?: .equal
            case .notEqual?: .notEqual
            case .less?: .less
            case .lessOrEqual?: .lessOrEqual
            case .greater?: .greater
            case .greaterOrEqual?: .greaterOrEqual
            default: nil
            }
        guard let comparison else { throw unexpected("`=`, `!=`, `<`, `<=`, `>`, `>=` or `IS`") }
        advance()
        return comparison
    }

    /// Whether what stands here is a row that LET has read, or a part of one.
    var isReference: Bool {
        isColumn && !beginsCall && !(keyword == .cast && nextKind == .leftParenthesis)
    }

    /// Reads a value, or in a transaction a part of a row that it has read.
    mutating func valueOrReference(
        _ expected: String = "a value", beforeColumn: Bool = false
    ) throws(SyntaxError) -> Term {
        guard isInTransaction, isReference else { return try term(expected, beforeColumn: beforeColumn) }
        return .reference(try rowReference())
    }
}
