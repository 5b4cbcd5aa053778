/// The consistency levels of reads and writes, by the names that CQL has for them.
public enum ConsistencyName: String, Sendable, CaseIterable {
    case any
    case one
    case two
    case three
    case quorum
    case all
    case localQuorum = "local_quorum"
    case eachQuorum = "each_quorum"
    case localOne = "local_one"
}
