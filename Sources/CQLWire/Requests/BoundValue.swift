/// A value for a bind marker, encoded (native_protocol_v4.spec §3, [value]).
public enum BoundValue: Hashable, Sendable {
    /// A value; zero bytes are an empty value, not null.
    case bytes([UInt8])
    /// Null: a write deletes the column.
    case null
    /// Not set: a write leaves the column alone.
    case unset
}

extension BoundValue {
    /// Encodes a value for a marker of this type; nil is null.
    public init(_ value: CQLValue?, as type: CQLType) throws(WireError) {
        if let value {
            self = .bytes(try value.encoded(as: type))
        } else {
            self = .null
        }
    }
}
