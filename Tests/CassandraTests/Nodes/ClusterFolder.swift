import FoundationEssentials
import Glibc
import TestProcesses

/// A folder for the files of a cluster, and with it the loopback addresses of its nodes, which nobody else has.
struct ClusterFolder: Sendable {
    /// The folder.
    let path: String
    /// The first three numbers of the nodes' addresses.
    let base: String

    /// Makes a folder whose name stands for the addresses, so that what uses them already is told by its being there.
    static func reserve() throws -> ClusterFolder {
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let first = Int(getpid())
        for candidate in first..<first + 1000 {
            let base = "127.\(1 + candidate / 250 % 250).\(candidate % 250)"
            let path = "\(temporary)/cqlmig-cassandra-\(base)"
            if unsafe mkdir(path, 0o700) == 0 { return ClusterFolder(path: path, base: base) }
            guard errno == EEXIST else { throw ProcessError("\(path) cannot be made: errno \(errno).") }
        }
        throw ProcessError("Too many folders \(temporary)/cqlmig-cassandra-* are there: remove those of ended tests.")
    }
}
