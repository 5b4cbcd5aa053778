import CQLSyntax
import CQLWire

extension PreparedCondition.ColumnTest {
    /// Whether a row meets the test; a row that is not there has no values.
    func holds(_ value: [UInt8]?, _ evaluator: inout TermEvaluator) throws(ServerError) -> Bool {
        let subject = try subject(value, &evaluator)
        switch comparison {
        case .compare(let sign, let term):
            return try compare(subject, sign, try bound(term, &evaluator))
        case .isIn(let terms):
            var holds = false
            for term in terms where try compare(subject, .equal, try bound(term, &evaluator)) { holds = true }
            return holds
        case .isInMarker(let term):
            guard let bytes = try bound(term, &evaluator) else { throw .invalid("Invalid null list in IN condition") }
            for part in ValueParts.counted(bytes[...]) ?? [] where try compare(subject, .equal, part.map { Array($0) })
            {
                return true
            }
            return false
        case .contains(let term, let isKey):
            guard let wanted = try bound(term, &evaluator) else {
                throw .invalid("Invalid comparison with null for operator \"\(isKey ? "CONTAINS KEY" : "CONTAINS")\"")
            }
            return contains(subject, wanted, isKey: isKey)
        }
    }

    private func contains(_ subject: [UInt8]?, _ wanted: [UInt8], isKey: Bool) -> Bool {
        guard let subject else { return false }
        let condition =
            switch type {
            case .map(let key, let value):
                isKey ? RowCondition.Test.containsKey(wanted, key) : RowCondition.Test.contains(wanted, value)
            case .list(let element), .set(let element): RowCondition.Test.contains(wanted, element)
            default: RowCondition.Test.equal(wanted)
            }
        return RowCondition(column: column, test: condition).holds(subject)
    }

    private func bound(_ term: PreparedTerm, _ evaluator: inout TermEvaluator) throws(ServerError) -> [UInt8]? {
        switch try evaluator.evaluate(term) {
        case .bytes(let bytes): return bytes
        case .null: return nil
        case .unset: throw .invalid("Invalid 'unset' value in condition")
        }
    }

    private func subject(_ value: [UInt8]?, _ evaluator: inout TermEvaluator) throws(ServerError) -> [UInt8]? {
        switch part {
        case .whole: return value
        case .field(let index):
            let fields = value.flatMap { ValueParts.components($0[...]) } ?? []
            return index < fields.count ? fields[index].map { Array($0) } : nil
        case .element(let term):
            guard let key = try bound(term, &evaluator) else {
                if case .list = column.type { throw .invalid("Invalid null value for list element access") }
                throw .invalid("Invalid null value for map element access")
            }
            guard case .map(let keyType, _) = column.type else {
                let index = key.reduce(key.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int($1) }
                guard index >= 0 else { throw .invalid("Invalid negative list index \(index)") }
                let elements = value.flatMap { ValueParts.counted($0[...]) } ?? []
                return index < elements.count ? elements[index].map { Array($0) } : nil
            }
            let parts = value.flatMap { ValueParts.counted($0[...], groupsOf: 2) } ?? []
            for index in stride(from: 0, to: parts.count, by: 2) {
                if let found = parts[index], ValueOrder.compare(found, key[...], as: keyType) == 0 {
                    return parts[index + 1].map { Array($0) }
                }
            }
            return nil
        }
    }

    private func compare(_ subject: [UInt8]?, _ sign: ComparisonOperator, _ value: [UInt8]?) throws(ServerError) -> Bool
    {
        // An empty collection that is not frozen is the same as none.
        let isEmptyCollection =
            part == .whole && column.isMultiCell && value.map { $0.allSatisfy { $0 == 0 } && $0.count == 4 } ?? false
        guard let value, !isEmptyCollection else {
            switch sign {
            case .equal: return subject == nil
            case .notEqual: return subject != nil
            default: throw .invalid("Invalid comparison with null for operator \"\(sign.rawValue)\"")
            }
        }
        guard let subject else { return sign == .notEqual }
        return sign.holds(ValueOrder.compare(subject, value, as: type))
    }
}
