import FoundationEssentials
import TestProcesses
import Testing

/// The folder of a Cassandra, as an unpacked official download has it.
struct CassandraHome: Hashable, Sendable, CustomTestStringConvertible {
    /// Its path.
    let path: String

    /// The one that this process tests: CASSANDRA_HOMES, of which `make test-cassandra` names one at a time.
    static func underTest() throws -> CassandraHome {
        let named = ProcessInfo.processInfo.environment["CASSANDRA_HOMES", default: ""]
        guard !named.isEmpty, !named.contains(":") else {
            throw ProcessError("Run these tests by make test-cassandra, which gives them one release at a time.")
        }
        return CassandraHome(path: named)
    }

    /// Its release as the name of its jar tells: `5.0.9`.
    func release() throws -> String {
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(path)/lib") where name.hasSuffix(".jar") {
            for prefix in ["apache-cassandra-", "cassandra-all-"] where name.hasPrefix(prefix) {
                return String(name.dropFirst(prefix.count).dropLast(".jar".count))
            }
        }
        throw ProcessError("There is no Cassandra in \(path)/lib.")
    }

    /// The first two numbers of its release: `5.0`. What has no readable release has none of the tests' either.
    var shortRelease: String {
        guard let release = try? release() else { return "" }
        return release.split(separator: ".").prefix(2).map { $0.prefix { $0 != "-" } }.joined(separator: ".")
    }

    var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }
}
