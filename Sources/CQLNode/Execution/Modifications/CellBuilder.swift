import CQLSyntax
import CQLWire

/// Turns one operation with its values into cells (`Operation.execute`).
struct CellBuilder: Sendable {
    let times: WriteTimes
    /// The elements of the list as it is, for operations on single ones.
    let current: [CellCollection.Element]
    var evaluator: TermEvaluator
    private(set) var changes: [Mutation.RowChange] = []

    init(times: WriteTimes, current: [CellCollection.Element], evaluator: TermEvaluator) {
        self.times = times
        self.current = current
        self.evaluator = evaluator
    }

    private func live(_ value: [UInt8]) -> Cell {
        Cell(timestamp: times.timestamp, value: value, lifetime: times.lifetime)
    }

    private var deleted: Cell { Cell(deletedAt: times.timestamp) }

    mutating func add(_ operation: Operation) throws(ServerError) {
        switch operation {
        case .set(let column, let term): try set(column, try evaluator.evaluate(term))
        case .append(let column, let term): try append(column, try evaluator.evaluate(term))
        case .prepend(let column, let term):
            if case .bytes(let bytes) = try evaluator.evaluate(term) { prepend(column, bytes) }
        case .discard(let column, let term): try discard(column, try evaluator.evaluate(term))
        case .setElement(let column, let key, let term):
            try setElement(column, try evaluator.evaluate(key), try evaluator.evaluate(term))
        case .setField(let column, let index, let term):
            switch try evaluator.evaluate(term) {
            case .unset: break
            case .null: changes.append(.element(column, fieldPath(index), deleted))
            case .bytes(let bytes): changes.append(.element(column, fieldPath(index), live(bytes)))
            }
        case .deleteColumn(let column):
            changes.append(
                column.isMultiCell ? .deleteCollection(column, times.timestamp) : .cell(column, deleted))
        case .deleteElement(let column, let key): try deleteElement(column, try evaluator.evaluate(key))
        case .deleteField(let column, let index):
            changes.append(.element(column, fieldPath(index), deleted))
        }
    }

    private func fieldPath(_ index: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: index >> 8), UInt8(truncatingIfNeeded: index)]
    }

    private mutating func set(_ column: ColumnShape, _ value: BoundValue) throws(ServerError) {
        guard column.isMultiCell else {
            switch value {
            case .unset: break
            case .null: changes.append(.cell(column, deleted))
            case .bytes(let bytes): changes.append(.cell(column, live(bytes)))
            }
            return
        }
        if value == .unset { return }
        // Just older than the write, so that its own elements stay.
        changes.append(.deleteCollection(column, times.timestamp &- 1))
        if case .bytes(let bytes) = value { addElements(column, bytes) }
    }

    private mutating func append(_ column: ColumnShape, _ value: BoundValue) throws(ServerError) {
        if column.type == .counter {
            try count(column, value, isNegative: false)
        } else if case .bytes(let bytes) = value {
            addElements(column, bytes)
        }
    }

    private mutating func count(_ column: ColumnShape, _ value: BoundValue, isNegative: Bool) throws(ServerError) {
        switch value {
        case .unset: break
        case .null:
            throw .invalid("Invalid null value for counter increment/decrement")
        case .bytes(let bytes):
            let delta = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int64($1) }
            guard !isNegative || delta != .min else {
                throw .invalid(
                    "The negation of \(delta) overflows supported counter precision (signed 8 bytes integer)")
            }
            changes.append(.count(column, isNegative ? -delta : delta, timestamp: times.timestamp))
        }
    }

    /// Adds the elements of a collection, or the fields of a value.
    private mutating func addElements(_ column: ColumnShape, _ bytes: [UInt8]) {
        switch column.type {
        case .list:
            for part in ValueParts.counted(bytes[...]) ?? [] {
                changes.append(.element(column, evaluator.identifiers.timeUUID(), live(Array(part ?? []))))
            }
        case .set:
            for part in ValueParts.counted(bytes[...]) ?? [] {
                changes.append(.element(column, Array(part ?? []), live([])))
            }
        case .map:
            let parts = ValueParts.counted(bytes[...], groupsOf: 2) ?? []
            for index in stride(from: 0, to: parts.count - 1, by: 2) {
                changes.append(.element(column, Array(parts[index] ?? []), live(Array(parts[index + 1] ?? []))))
            }
        case .udt:
            for (index, part) in (ValueParts.components(bytes[...]) ?? []).enumerated() {
                if let part { changes.append(.element(column, fieldPath(index), live(Array(part)))) }
            }
        default: break
        }
    }

    /// Puts elements in front: their positions are as far before 2010 as now is behind it (`Lists.Prepender`).
    private mutating func prepend(_ column: ColumnShape, _ bytes: [UInt8]) {
        for part in (ValueParts.counted(bytes[...]) ?? []).reversed() {
            let path = evaluator.identifiers.mirroredTimeUUID()
            changes.append(.element(column, path, live(Array(part ?? []))))
        }
    }

    private mutating func discard(_ column: ColumnShape, _ value: BoundValue) throws(ServerError) {
        if column.type == .counter {
            try count(column, value, isNegative: true)
            return
        }
        guard case .bytes(let bytes) = value else { return }
        let parts = (ValueParts.counted(bytes[...]) ?? []).map { Array($0 ?? []) }
        guard case .list(let element) = column.type else {
            for part in parts { changes.append(.element(column, part, deleted)) }
            return
        }
        for existing in current {
            guard let value = existing.cell.value else { continue }
            if parts.contains(where: { ValueOrder.compare($0, value, as: element) == 0 }) {
                changes.append(.element(column, existing.path, deleted))
            }
        }
    }

    private mutating func setElement(_ column: ColumnShape, _ key: BoundValue, _ value: BoundValue) throws(ServerError)
    {
        let path: [UInt8]
        if case .list = column.type {
            path = try position(key, isDeletion: false)
        } else {
            switch key {
            case .null: throw .invalid("Invalid null map key")
            case .unset: throw .invalid("Invalid unset map key")
            case .bytes(let bytes): path = bytes
            }
        }
        switch value {
        case .unset: break
        case .null: changes.append(.element(column, path, deleted))
        case .bytes(let bytes): changes.append(.element(column, path, live(bytes)))
        }
    }

    private mutating func deleteElement(_ column: ColumnShape, _ key: BoundValue) throws(ServerError) {
        if case .list = column.type {
            // To delete from a list that is not there does nothing.
            guard let path = try deletedPosition(key) else { return }
            changes.append(.element(column, path, deleted))
            return
        }
        switch key {
        case .null:
            if case .set = column.type { throw .invalid("Invalid null set element") }
            throw .invalid("Invalid null map key")
        case .unset:
            if case .set = column.type { throw .invalid("Invalid unset set element") }
            throw .invalid("Invalid unset map key")
        case .bytes(let bytes): changes.append(.element(column, bytes, deleted))
        }
    }

    private func deletedPosition(_ key: BoundValue) throws(ServerError) -> [UInt8]? {
        if current.isEmpty { throw .invalid("Attempted to delete an element from a list which is null") }
        return try position(key, isDeletion: true)
    }

    /// The path of the element at an index.
    private func position(_ key: BoundValue, isDeletion: Bool) throws(ServerError) -> [UInt8] {
        switch key {
        case .null: throw .invalid("Invalid null value for list index")
        case .unset: throw .invalid("Invalid unset value for list index")
        case .bytes(let bytes):
            let index = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int($1) }
            guard isDeletion || !current.isEmpty else {
                throw .invalid("Attempted to set an element on a list which is null")
            }
            guard current.indices.contains(index) else {
                throw .invalid("List index \(index) out of bound, list has size \(current.count)")
            }
            return current[index].path
        }
    }
}
