public import FoundationEssentials

/// A value of a column of `system_schema`.
public enum SystemValue: Hashable, Sendable {
    /// `text`.
    case text(String)
    /// `int`.
    case int(Int32)
    /// `bigint`.
    case bigint(Int64)
    /// `boolean`.
    case boolean(Bool)
    /// `double`.
    case double(Double)
    /// `uuid`.
    case uuid(UUID)
    /// `blob`.
    case blob([UInt8])
    /// `timestamp`, in milliseconds since 1970.
    case timestamp(Int64)
    /// `frozen<list<…>>`.
    case list([SystemValue])
    /// `frozen<set<text>>`.
    case set(Set<String>)
    /// `frozen<map<text, …>>`.
    case map([String: SystemValue])

    /// A map of texts.
    static func texts(_ texts: [String: String]) -> Self { .map(texts.mapValues { .text($0) }) }
}
