/// Looks through values for what is another one at every call.
enum TermScan {
    /// Functions of the servers that give the same for the same arguments; those of users may do anything.
    private static let repeatable: Set<String> = Set([
        "cast", "date_of", "dateof", "max_timeuuid", "maxtimeuuid", "min_timeuuid", "mintimeuuid", "to_date",
        "to_timestamp", "to_unix_timestamp", "todate", "token", "totimestamp", "tounixtimestamp", "unix_timestamp_of",
        "unixtimestampof", "varcharasblob", "varchar_as_blob", "blobasvarchar", "blob_as_varchar",
    ]).union(
        NativeType.allCases.flatMap { type in
            ["\(type)asblob", "blobas\(type)", "\(type)_as_blob", "blob_as_\(type)"]
        })

    static func repetition(_ terms: [Term]) -> Repetition {
        for term in terms {
            if let call = unrepeatableCall(in: term) { return .harmful("\(call)() may give another value each time") }
        }
        return .harmless
    }

    private static func unrepeatableCall(in term: Term) -> String? {
        switch term {
        case .null, .constant, .bindMarker: return nil
        // What a transaction has read: that is judged as a whole.
        case .reference: return nil
        case .list(let terms), .set(let terms), .tuple(let terms): return first(in: terms)
        case .map(let entries): return first(in: entries.flatMap { [$0.key, $0.value] })
        case .userType(let fields): return first(in: fields.map(\.value))
        case .hint(_, let inner), .cast(let inner, _), .negated(let inner): return unrepeatableCall(in: inner)
        case .arithmetic(let left, _, let right): return first(in: [left, right])
        case .call(let call):
            let name = call.function.name.text
            let isNative = call.function.keyspace.map { $0.text == "system" } ?? true
            guard isNative, repeatable.contains(name.lowercased()) else { return name }
            return first(in: call.arguments)
        }
    }

    private static func first(in terms: [Term]) -> String? {
        for term in terms { if let call = unrepeatableCall(in: term) { return call } }
        return nil
    }
}
