import CQLSyntax

/// Tables that a script makes and that no statement has named again: where each of them stands.
///
/// As long as no name comes up twice, nothing but the hashes of names is looked at: those of a large folder fit into the
/// cache of a processor, and the names do not.
struct WaitingTables {
    /// Where a CREATE TABLE stands.
    struct Place {
        /// Its script.
        let script: ScriptReview
        /// Which of the steps of the script it is.
        let step: Int
        /// The keyspace of names without one.
        let keyspace: String

        /// The full name of the table.
        fileprivate var name: TableName? {
            guard case .plainTable(let name) = script.steps[step].content else { return nil }
            return name.inKeyspace(keyspace)
        }
    }

    /// Tables that stand one behind the other: in a large folder nearly all do.
    private struct Run {
        let first: Place
        var count = 1

        /// Whether a table is the next one of the script.
        func ends(before place: Place) -> Bool {
            place.script === first.script && place.step == first.step + count && place.keyspace == first.keyspace
        }

        var places: [Place] {
            (0..<count).map { Place(script: first.script, step: first.step + $0, keyspace: first.keyspace) }
        }
    }

    /// The hashes of all names that were ever kept.
    private var hashes: SeenHashes
    /// Tables whose names nobody has looked at yet.
    private var unnamed: [Run] = []
    private var named: [TableName: Place] = [:]

    /// None so far.
    ///
    /// - Parameter capacity: how many there may be.
    init(capacity: Int) { hashes = SeenHashes(capacity: capacity) }

    /// Keeps a table whose name has a hash, unless there is one of that name.
    mutating func keep(_ place: Place, hash: Int) -> Bool {
        if hashes.insert(hash) {
            if let last = unnamed.indices.last, unnamed[last].ends(before: place) {
                unnamed[last].count += 1
            } else {
                unnamed.append(Run(first: place))
            }
            return true
        }
        nameAll()
        guard let name = place.name, named[name] == nil else { return false }
        named[name] = place
        return true
    }

    /// Takes a table out.
    mutating func take(_ name: ObjectName) -> Place? {
        let name = TableName(name)
        guard hashes.contains(name.hash) else { return nil }
        nameAll()
        return named.removeValue(forKey: name)
    }

    /// Forgets all tables of a keyspace.
    mutating func removeAll(in keyspace: String) {
        nameAll()
        named = named.filter { $0.key.name.keyspace != keyspace }
    }

    private mutating func nameAll() {
        for place in unnamed.flatMap(\.places) { if let name = place.name { named[name] = place } }
        unnamed = []
    }
}
