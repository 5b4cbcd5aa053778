import CQLSyntax

/// Tables that a script makes and that no statement has named again: where each of them stands.
struct WaitingTables {
    /// Where the CREATE TABLE stands.
    struct Place {
        let source: SourceText
        let range: Range<Int>
    }

    /// Names of tables differ more than those of keyspaces, so only they are hashed.
    private struct Key: Hashable {
        let name: ObjectName

        func hash(into hasher: inout Hasher) { hasher.combine(name.name) }
    }

    private var places: [Key: Place] = [:]

    /// Keeps a table, unless there is one of that name.
    mutating func keep(_ name: ObjectName, _ place: Place) -> Bool {
        if places.isEmpty { places.reserveCapacity(1024) }
        if let other = places.updateValue(place, forKey: Key(name: name)) {
            places[Key(name: name)] = other
            return false
        }
        return true
    }

    /// Takes a table out.
    mutating func take(_ name: ObjectName) -> Place? {
        places.isEmpty ? nil : places.removeValue(forKey: Key(name: name))
    }

    /// Forgets all tables of a keyspace.
    mutating func removeAll(in keyspace: String) {
        places = places.filter { $0.key.name.keyspace != keyspace }
    }
}
