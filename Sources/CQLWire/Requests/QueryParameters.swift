/// What QUERY and EXECUTE carry besides the statement (native_protocol_v4.spec §4.1.4).
public struct QueryParameters: Hashable, Sendable {
    /// A value for a marker with a name.
    public struct NamedValue: Hashable, Sendable {
        /// The name of the marker, in lower case unless it was quoted.
        public var name: String
        /// The value.
        public var value: BoundValue

        /// Creates a named value.
        public init(name: String, value: BoundValue) {
            self.name = name
            self.value = value
        }
    }

    /// The values of the bind markers.
    public enum Values: Hashable, Sendable {
        /// In the order of the markers; an empty list is not sent at all.
        case positional([BoundValue])
        /// By the names of the markers. Only QUERY: a prepared statement takes positions.
        case named([NamedValue])
    }

    /// The consistency level.
    public var consistency: Consistency
    /// The values of the bind markers.
    public var values: Values
    /// Whether the server leaves the columns' description out of the rows.
    ///
    /// Never for a conditional statement.
    public var skipMetadata: Bool
    /// How many rows a page has; nil means no paging.
    ///
    /// The server refuses 0.
    public var pageSize: Int32?
    /// Where the page before ended.
    public var pagingState: [UInt8]?
    /// ``Consistency/serial`` or ``Consistency/localSerial``, for the Paxos phase of conditional statements; nil means the former.
    public var serialConsistency: Consistency?
    /// The write timestamp in microseconds since 1970; nil lets the coordinator choose.
    public var defaultTimestamp: Int64?

    /// Creates parameters.
    public init(
        consistency: Consistency,
        values: Values = .positional([]),
        skipMetadata: Bool = false,
        pageSize: Int32? = nil,
        pagingState: [UInt8]? = nil,
        serialConsistency: Consistency? = nil,
        defaultTimestamp: Int64? = nil
    ) {
        self.consistency = consistency
        self.values = values
        self.skipMetadata = skipMetadata
        self.pageSize = pageSize
        self.pagingState = pagingState
        self.serialConsistency = serialConsistency
        self.defaultTimestamp = defaultTimestamp
    }
}
