import CQLSyntax
import CQLWire

/// A function of the server, for certain types.
struct NativeFunction: Hashable, Sendable {
    /// What a function computes.
    indirect enum Kind: Hashable, Sendable {
        case now, uuid
        case currentTimestamp, currentDate, currentTime
        case convertTime
        case unixTimestamp
        case minimumTimeUUID, maximumTimeUUID
        case token
        case asBlob, fromBlob
        case cast
        case toJSON, fromJSON
        case arithmetic(ArithmeticOperator)
        case negation
        case absolute, exponential, naturalLogarithm, decimalLogarithm, rounded
        case mapKeys, mapValues, collectionCount
        case collectionAggregate(Aggregate)
        case aggregate(Aggregate)
    }

    /// What an aggregate computes of many values.
    enum Aggregate: Hashable, Sendable {
        case countRows, count, minimum, maximum, sum, average
    }

    /// The name in lower case, without the keyspace.
    let name: String
    /// The types of its arguments.
    let arguments: [CQLType]
    /// The type of its result.
    let result: CQLType
    /// What it computes.
    let kind: Kind

    init(_ name: String, _ arguments: [CQLType], _ result: CQLType, _ kind: Kind) {
        self.name = name
        self.arguments = arguments
        self.result = result
        self.kind = kind
    }

    /// Whether it computes one result of many rows.
    var isAggregate: Bool {
        if case .aggregate = kind { true } else { false }
    }

    /// The name with its keyspace.
    var shortName: String { "system.\(name)" }

    /// The function as the server lists signatures.
    var signature: String {
        "\(shortName) : (\(arguments.map { $0.serverName() }.joined(separator: ", "))) -> \(result.serverName())"
    }
}
