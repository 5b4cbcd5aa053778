extension CQLWriter {
    /// Writes ` WHERE …`, if there is anything in it.
    mutating func writeWhere(_ relations: [Relation]) {
        guard !relations.isEmpty else { return }
        write(" WHERE ")
        writeJoined(relations, by: " AND ") { $0.write($1) }
    }

    mutating func write(_ relation: Relation) {
        switch relation {
        case .column(let name, let comparison, let value): writeComparison(name, comparison.rawValue, value)
        case .columnIn(let name, let values): writeIn(name, "IN", values)
        case .columnNotIn(let name, let values): writeIn(name, "NOT IN", values)
        case .columnBetween(let name, let low, let high):
            write(name)
            writeBetween(low, high)
        case .contains(let name, let value): writeComparison(name, "CONTAINS", value)
        case .containsKey(let name, let value): writeComparison(name, "CONTAINS KEY", value)
        case .notContains(let name, let value, let isKey):
            writeComparison(name, isKey ? "NOT CONTAINS KEY" : "NOT CONTAINS", value)
        case .like(let name, let value): writeComparison(name, "LIKE", value)
        case .isNotNull(let name):
            write(name)
            write(" IS NOT NULL")
        case .element(let name, let key, let comparison, let value):
            write(name)
            write("[")
            write(key)
            write("] \(comparison.rawValue) ")
            write(value)
        case .tuple(let names, let comparison, let value):
            writeNames(names)
            write(" \(comparison.rawValue) ")
            write(value)
        case .tupleIn(let names, let values):
            writeNames(names)
            write(" IN ")
            write(values)
        case .tupleNotIn(let names, let values):
            writeNames(names)
            write(" NOT IN ")
            write(values)
        case .tupleBetween(let names, let low, let high):
            writeNames(names)
            writeBetween(low, high)
        case .token(let names, let comparison, let value):
            write("token")
            writeNames(names)
            write(" \(comparison.rawValue) ")
            write(value)
        case .tokenBetween(let names, let low, let high):
            write("token")
            writeNames(names)
            writeBetween(low, high)
        case .custom(let index, let value):
            write("expr(")
            write(index)
            write(", ")
            write(value)
            write(")")
        }
    }

    mutating func write(_ values: Relation.Values) {
        switch values {
        case .terms(let terms): writeBracketed("(", terms, ")") { $0.write($1) }
        case .bindMarker(let marker): write(marker)
        }
    }

    private mutating func writeComparison(_ name: Name, _ comparison: String, _ value: Term) {
        write(name)
        write(" \(comparison) ")
        write(value)
    }

    private mutating func writeIn(_ name: Name, _ words: String, _ values: Relation.Values) {
        write(name)
        write(" \(words) ")
        write(values)
    }

    private mutating func writeBetween(_ low: Term, _ high: Term) {
        write(" BETWEEN ")
        write(low)
        write(" AND ")
        write(high)
    }
}

extension Relation: CustomStringConvertible {
    /// The relation as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
