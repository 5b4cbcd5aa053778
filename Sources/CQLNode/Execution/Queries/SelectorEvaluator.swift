import CQLSyntax
import CQLWire

/// Computes selectors of rows.
struct SelectorEvaluator: Sendable {
    var evaluator: TermEvaluator
    /// The results of the aggregates.
    var aggregates: [[UInt8]?] = []

    /// The value of a selector; without a row, columns are null.
    mutating func value(_ selector: PreparedSelector, _ row: RowView?) throws(ServerError) -> [UInt8]? {
        switch selector {
        case .column(let column): return row?.value(of: column)
        case .term(let term): return try evaluator.bytes(term)
        case .aggregate(let index): return index < aggregates.count ? aggregates[index] : nil
        case .cellFact(let fact, let column, let part): return try cellFact(fact, column, part, row)
        case .call(let function, let arguments):
            return try function.call(try values(arguments, row), &evaluator.identifiers, evaluator.release)
        case .field(let inner, let index):
            guard let bytes = try value(inner, row) else { return nil }
            let fields = ValueParts.components(bytes[...]) ?? []
            return index < fields.count ? fields[index].map { Array($0) } : nil
        case .element(let inner, let key, let type): return try element(inner, key, type, row)
        case .slice(let inner, let from, let to, let type): return try slice(inner, from, to, type, row)
        case .components(let parts): return ValueParts.joinComponents(try values(parts, row))
        case .list(let parts): return ValueParts.joinCounted(try values(parts, row).compactMap { $0 })
        case .set(let parts, let element):
            let sorted = try values(parts, row).compactMap { $0 }.sorted { ValueOrder.compare($0, $1, as: element) < 0 }
            var unique: [[UInt8]] = []
            for part in sorted where unique.last != part { unique.append(part) }
            return ValueParts.joinCounted(unique)
        case .map(let parts, let key):
            let all = try values(parts, row)
            var pairs: [(key: [UInt8], value: [UInt8])] = []
            for index in stride(from: 0, to: all.count - 1, by: 2) {
                guard let name = all[index], let value = all[index + 1] else { continue }
                pairs.removeAll { ValueOrder.compare($0.key, name, as: key) == 0 }
                pairs.append((name, value))
            }
            pairs.sort { ValueOrder.compare($0.key, $1.key, as: key) < 0 }
            return ValueParts.joinCounted(pairs.flatMap { [$0.key, $0.value] }, groupsOf: 2)
        }
    }

    /// The values of several selectors.
    mutating func values(_ selectors: [PreparedSelector], _ row: RowView?) throws(ServerError) -> [[UInt8]?] {
        var values: [[UInt8]?] = []
        for selector in selectors { values.append(try value(selector, row)) }
        return values
    }

    private mutating func key(_ term: PreparedTerm) throws(ServerError) -> [UInt8] {
        guard let bytes = try evaluator.bytes(term) else { throw .invalid("Invalid null value for element selection") }
        return bytes
    }

    private mutating func element(_ inner: PreparedSelector, _ term: PreparedTerm, _ type: CQLType, _ row: RowView?)
        throws(ServerError) -> [UInt8]?
    {
        guard let bytes = try value(inner, row) else { return nil }
        let key = try key(term)
        switch type {
        case .set(let element):
            return (ValueParts.counted(bytes[...]) ?? []).compactMap { $0 }
                .first { ValueOrder.compare($0, key[...], as: element) == 0 }.map { Array($0) }
        case .map(let keyType, _):
            let parts = ValueParts.counted(bytes[...], groupsOf: 2) ?? []
            for index in stride(from: 0, to: parts.count - 1, by: 2) {
                if let found = parts[index], ValueOrder.compare(found, key[...], as: keyType) == 0 {
                    return parts[index + 1].map { Array($0) }
                }
            }
            return nil
        default: return nil
        }
    }

    private mutating func slice(
        _ inner: PreparedSelector,
        _ from: PreparedTerm?,
        _ to: PreparedTerm?,
        _ type: CQLType,
        _ row: RowView?
    ) throws(ServerError) -> [UInt8]? {
        guard let bytes = try value(inner, row) else { return nil }
        let low = try from.map { term throws(ServerError) in try key(term) }
        let high = try to.map { term throws(ServerError) in try key(term) }
        let size: Int
        let order: CQLType
        switch type {
        case .map(let key, _): (size, order) = (2, key)
        case .set(let element): (size, order) = (1, element)
        default: return nil
        }
        let parts = ValueParts.counted(bytes[...], groupsOf: size) ?? []
        var kept: [[UInt8]] = []
        for index in stride(from: 0, to: parts.count, by: size) {
            guard let name = parts[index] else { continue }
            if let low, ValueOrder.compare(name, low[...], as: order) < 0 { continue }
            if let high, ValueOrder.compare(name, high[...], as: order) > 0 { continue }
            kept += parts[index..<(index + size)].map { Array($0 ?? []) }
        }
        return kept.isEmpty ? nil : ValueParts.joinCounted(kept, groupsOf: size)
    }

    private mutating func cellFact(
        _ fact: PreparedSelector.CellFact,
        _ column: ColumnShape,
        _ part: PreparedSelector.CellPart,
        _ row: RowView?
    ) throws(ServerError) -> [UInt8]? {
        guard let row else { return nil }
        let now = row.now
        guard column.isMultiCell else { return SelectorEvaluator.fact(fact, row.cell(of: column), now) }
        let elements = row.elements(of: column)
        switch part {
        case .element(let term):
            let key = try key(term)
            let found = elements.first { ValueOrder.compare($0.path, key, as: column.pathType) == 0 }
            return SelectorEvaluator.fact(fact, found?.cell, now)
        case .field(let index):
            let path = [UInt8(truncatingIfNeeded: index >> 8), UInt8(truncatingIfNeeded: index)]
            return SelectorEvaluator.fact(fact, elements.first { $0.path == path }?.cell, now)
        case .whole:
            guard !elements.isEmpty else { return nil }
            if fact == .maximumWriteTime {
                return elements.map(\.cell.timestamp).max().flatMap { NativeFunction.encoded(.bigint($0), .bigint) }
            }
            return SelectorEvaluator.joined(elements.map { SelectorEvaluator.fact(fact, $0.cell, now) })
        }
    }

    /// A list some of whose elements may be null.
    private static func joined(_ parts: [[UInt8]?]) -> [UInt8] {
        Array(ValueParts.joinCounted(Array(repeating: [], count: parts.count)).prefix(4))
            + ValueParts.joinComponents(parts)
    }

    private static func fact(_ fact: PreparedSelector.CellFact, _ cell: Cell?, _ now: Int64) -> [UInt8]? {
        guard let cell else { return nil }
        switch fact {
        case .writeTime, .maximumWriteTime: return NativeFunction.encoded(.bigint(cell.timestamp), .bigint)
        case .timeToLive:
            guard cell.lifetime.isLimited else { return nil }
            return NativeFunction.encoded(.int(Int32(truncatingIfNeeded: cell.lifetime.expiry - now)), .int)
        }
    }
}
