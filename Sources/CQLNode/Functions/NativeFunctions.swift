import CQLSyntax
import CQLWire

/// The functions of a release, by name (`NativeFunctions`).
enum NativeFunctions {
    /// The types with which functions for every native type are declared.
    static let natives: [CQLType] = [
        .ascii, .bigint, .blob, .boolean, .counter, .date, .decimal, .double, .duration, .float, .inet, .int, .smallint,
        .text, .time, .timestamp, .timeuuid, .tinyint, .uuid, .varint,
    ]

    static let numbers: [CQLType] = [.tinyint, .smallint, .int, .bigint, .float, .double, .decimal, .varint, .counter]

    /// The functions of a name, whose types may depend on those of the arguments where they are known.
    ///
    /// - Parameter receiver: The type of what the result is for, if there is such a thing.
    static func candidates(
        _ name: String,
        arguments: [CQLType?],
        receiver: CQLType?,
        table: TableShape?,
        release: CassandraRelease
    ) -> [NativeFunction] {
        if let function = times(name, release) { return function }
        switch name {
        case "uuid": return [NativeFunction(name, [], .uuid, .uuid)]
        case "token":
            return [NativeFunction(name, table?.partitionKey.map(\.type) ?? [], .bigint, .token)]
        case "count": return counts(name, arguments)
        case "min": return overAny(name, .minimum, arguments, release)
        case "max": return overAny(name, .maximum, arguments, release)
        case "sum":
            return numbers.map { NativeFunction(name, [$0], $0, .aggregate(.sum)) }
        case "avg":
            return numbers.map { NativeFunction(name, [$0], $0, .aggregate(.average)) }
        case "tojson", "to_json":
            guard name == "tojson" || release >= .v50 else { return [] }
            return [NativeFunction(name, [arguments.first.flatMap { $0 } ?? .text], .text, .toJSON)]
        case "fromjson", "from_json":
            guard name == "fromjson" || release >= .v50, let receiver else { return [] }
            return [NativeFunction(name, [.text], receiver, .fromJSON)]
        default:
            break
        }
        if let function = blobs(name, release) { return function }
        return release >= .v50 ? (mathematics(name) ?? collections(name, arguments) ?? []) : []
    }

    private static func times(_ name: String, _ release: CassandraRelease) -> [NativeFunction]? {
        // From 5.0 on the words of a name are joined by `_`; the names of before are still read.
        func isNamed(_ words: String...) -> Bool {
            name == words.joined() || (release >= .v50 && name == words.joined(separator: "_"))
        }
        func isCurrent(_ word: String) -> Bool {
            (release >= .v40 && name == "current\(word)") || (release >= .v50 && name == "current_\(word)")
        }
        func converted(_ sources: [CQLType], _ result: CQLType, _ kind: NativeFunction.Kind) -> [NativeFunction] {
            sources.map { NativeFunction(name, [$0], result, kind) }
        }
        if name == "now" { return [NativeFunction(name, [], .timeuuid, .now)] }
        if isCurrent("timeuuid") { return [NativeFunction(name, [], .timeuuid, .now)] }
        if isCurrent("timestamp") { return [NativeFunction(name, [], .timestamp, .currentTimestamp)] }
        if isCurrent("date") { return [NativeFunction(name, [], .date, .currentDate)] }
        if isCurrent("time") { return [NativeFunction(name, [], .time, .currentTime)] }
        if isNamed("to", "timestamp") { return converted([.timeuuid, .date], .timestamp, .convertTime) }
        if isNamed("to", "date") { return converted([.timeuuid, .timestamp], .date, .convertTime) }
        if name == "tounixtimestamp" || (release >= .v50 && name == "to_unix_timestamp") {
            return converted([.timeuuid, .timestamp, .date], .bigint, .unixTimestamp)
        }
        if isNamed("min", "timeuuid") { return converted([.timestamp], .timeuuid, .minimumTimeUUID) }
        if isNamed("max", "timeuuid") { return converted([.timestamp], .timeuuid, .maximumTimeUUID) }
        guard release < .v50 else { return nil }
        if name == "dateof" { return converted([.timeuuid], .timestamp, .convertTime) }
        if name == "unixtimestampof" { return converted([.timeuuid], .bigint, .unixTimestamp) }
        return nil
    }

    private static func blobs(_ name: String, _ release: CassandraRelease) -> [NativeFunction]? {
        for type in natives where type != .blob {
            // The server makes these functions for `varchar` under that name as well.
            for text in type == .text ? ["text", "varchar"] : ["\(type)"] {
                if name == "\(text)asblob" || (release >= .v50 && name == "\(text)_as_blob") {
                    return [NativeFunction(name, [type], .blob, .asBlob)]
                }
                if name == "blobas\(text)" || (release >= .v50 && name == "blob_as_\(text)") {
                    return [NativeFunction(name, [.blob], type, .fromBlob)]
                }
            }
        }
        return nil
    }

    private static func mathematics(_ name: String) -> [NativeFunction]? {
        let kinds: [String: NativeFunction.Kind] = [
            "abs": .absolute, "exp": .exponential, "log": .naturalLogarithm, "log10": .decimalLogarithm,
            "round": .rounded,
        ]
        return kinds[name].map { kind in numbers.map { NativeFunction(name, [$0], $0, kind) } }
    }

    private static func collections(_ name: String, _ arguments: [CQLType?]) -> [NativeFunction]? {
        guard let argument = arguments.first.flatMap({ $0 }) else { return nil }
        switch (name, argument) {
        case ("map_keys", .map(let key, _)): return [NativeFunction(name, [argument], .set(key), .mapKeys)]
        case ("map_values", .map(_, let value)): return [NativeFunction(name, [argument], .list(value), .mapValues)]
        case ("collection_count", .map), ("collection_count", .list), ("collection_count", .set):
            return [NativeFunction(name, [argument], .int, .collectionCount)]
        case ("collection_min", .list(let element)), ("collection_min", .set(let element)):
            return [NativeFunction(name, [argument], element, .collectionAggregate(.minimum))]
        case ("collection_max", .list(let element)), ("collection_max", .set(let element)):
            return [NativeFunction(name, [argument], element, .collectionAggregate(.maximum))]
        case ("collection_sum", .list(let element)), ("collection_sum", .set(let element)):
            return [NativeFunction(name, [argument], element, .collectionAggregate(.sum))]
        case ("collection_avg", .list(let element)), ("collection_avg", .set(let element)):
            return [NativeFunction(name, [argument], element, .collectionAggregate(.average))]
        default: return nil
        }
    }

    private static func counts(_ name: String, _ arguments: [CQLType?]) -> [NativeFunction] {
        if arguments.isEmpty { return [NativeFunction("countRows", [], .bigint, .aggregate(.countRows))] }
        return [NativeFunction(name, [arguments[0] ?? .blob], .bigint, .aggregate(.count))]
    }

    private static func overAny(
        _ name: String,
        _ aggregate: NativeFunction.Aggregate,
        _ arguments: [CQLType?],
        _ release: CassandraRelease
    ) -> [NativeFunction] {
        // Before 5.0 there was a function for each native type, and none for others.
        if let type = arguments.first.flatMap({ $0 }), release >= .v50 {
            return [NativeFunction(name, [type], type, .aggregate(aggregate))]
        }
        return natives.map { NativeFunction(name, [$0], $0, .aggregate(aggregate)) }
    }
}
