import CQLSyntax

/// Tables that a script makes and that no statement has named again: where each of them stands.
struct WaitingTables {
    /// Where the CREATE TABLE stands.
    struct Place {
        let source: SourceText
        let range: Range<Int>
    }

    private var places: [TableName: Place]

    /// None so far.
    ///
    /// - Parameter capacity: how many there may be.
    init(capacity: Int) { places = Dictionary(minimumCapacity: capacity) }

    /// Keeps a table, unless there is one of that name.
    mutating func keep(_ name: TableName, _ place: Place) -> Bool {
        if let other = places.updateValue(place, forKey: name) {
            places[name] = other
            return false
        }
        return true
    }

    /// Takes a table out.
    mutating func take(_ name: ObjectName) -> Place? {
        places.isEmpty ? nil : places.removeValue(forKey: TableName(name))
    }

    /// Forgets all tables of a keyspace.
    mutating func removeAll(in keyspace: String) {
        places = places.filter { $0.key.name.keyspace != keyspace }
    }
}
