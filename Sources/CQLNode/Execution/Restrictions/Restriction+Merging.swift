import CQLSyntax
import CQLWire

extension Restriction {
    /// What two relations on the same columns say together (`Restriction.mergeWith`).
    func merged(with other: Restriction) throws(ServerError) -> Restriction {
        switch kind {
        case .equal:
            throw .invalid("\(columnNames) cannot be restricted by more than one relation if it includes an Equal")
        case .isIn:
            throw .invalid("\(columnNames) cannot be restricted by more than one relation if it includes a IN")
        case .like:
            throw .invalid("\(columnNames) cannot be restricted by more than one relation if it includes a LIKE")
        case .notEqual, .notIn:
            throw .invalid("\(columnNames) cannot be restricted by more than one relation if it includes a !=")
        case .contains(let values, let keys, let entries):
            guard case .contains(let moreValues, let moreKeys, let moreEntries) = other.kind else {
                throw .invalid(
                    "Collection column \(columnNames) can only be restricted by CONTAINS, CONTAINS KEY, "
                        + "or map-entry equality"
                )
            }
            return Restriction(
                columns: columns,
                kind: .contains(values: values + moreValues, keys: keys + moreKeys, entries: entries + moreEntries),
                release: release
            )
        case .slice(let lower, let upper):
            guard case .slice(let otherLower, let otherUpper) = other.kind else {
                throw .invalid(
                    "Column \"\(firstName)\" cannot be restricted by both an equality and an inequality relation")
            }
            guard columns.first == other.columns.first else {
                throw .invalid(
                    "Column \"\(firstName)\" cannot be restricted by two inequalities not starting with the same column"
                )
            }
            guard lower == nil || otherLower == nil else {
                throw .invalid("More than one restriction was found for the start bound on \(columnNames)")
            }
            guard upper == nil || otherUpper == nil else {
                throw .invalid("More than one restriction was found for the end bound on \(columnNames)")
            }
            let longer = columns.count >= other.columns.count ? columns : other.columns
            return Restriction(
                columns: longer,
                kind: .slice(lower: lower ?? otherLower, upper: upper ?? otherUpper),
                isMultiColumn: isMultiColumn || other.isMultiColumn,
                release: release
            )
        }
    }

    private var firstName: String { columns.first.map { shownName(of: $0) } ?? "" }
}
