/// The types that the language itself names (`CQL3Type.Native`).
///
/// `varchar` is `text`, and so is read as that.
public enum NativeType: String, Hashable, Sendable, CaseIterable {
    case ascii, bigint, blob, boolean, counter, date, decimal, double, duration, empty, float, inet, int, smallint, text
    case time, timestamp, timeuuid, tinyint, uuid, varint
}
