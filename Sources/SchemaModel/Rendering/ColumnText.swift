import CQLSyntax

/// Columns as statements write them.
enum ColumnText {
    /// A column as CREATE TABLE and ALTER TABLE ADD define it.
    static func definition(
        of column: Column, isStatic: Bool? = nil, _ style: ConstraintText.NameStyle = .quoted
    ) -> String {
        var text = "\(CQLIdentifier.quoted(column.name)) \(column.type)"
        if isStatic ?? (column.kind == .static) { text += " static" }
        if let mask = column.mask { text += " MASKED WITH \(MaskText.text(mask))" }
        if !column.constraints.isEmpty { text += " \(constraints(of: column, style))" }
        return text
    }

    /// `CHECK …`; empty where there is none.
    static func constraints(of column: Column, _ style: ConstraintText.NameStyle = .quoted) -> String {
        guard !column.constraints.isEmpty else { return "" }
        return "CHECK \(column.constraints.map { ConstraintText.text($0, style) }.joined(separator: " AND "))"
    }

    /// Whether two columns are masked alike, wherever the masks stand in their texts.
    static func isMasked(_ left: Column, like right: Column) -> Bool {
        left.mask.map(MaskText.text) == right.mask.map(MaskText.text)
    }
}
