import CQLWire
import EventLoop
import FoundationEssentials

/// A connection to a node that may coordinate, and what the node says of the cluster.
struct Contact: Sendable {
    let connection: Connection
    let topology: Topology
    let platform: Platform

    /// Connects to one address and reads the node's system tables.
    static func make(
        with address: SocketAddress, _ settings: ClusterSettings, on loop: Loop
    ) async throws(ClientError) -> Contact {
        let greeting = ConnectionSettings(
            credentials: settings.credentials, events: EventType.allCases, connectTimeout: settings.connectTimeout)
        let opened: (connection: Connection, supported: [String: [String]])
        do throws(ConnectionFailure) {
            opened = try await Connection.open(to: address, settings: greeting, on: loop)
        } catch {
            throw ClientError(
                error.isAboutCredentials ? .authentication(error) : .connection(error), node: address.description)
        }
        do throws(ClientError) {
            return try await describe(opened.connection, opened.supported, settings)
        } catch {
            await opened.connection.close()
            throw error
        }
    }

    private static func describe(
        _ connection: Connection, _ supported: [String: [String]], _ settings: ClusterSettings
    ) async throws(ClientError) -> Contact {
        // The platform is what this finds out; until then errors are judged as those of a plain Cassandra.
        let defaults = Connection.Defaults(
            consistency: .one, serialConsistency: .serial, timeout: settings.requestTimeout,
            platform: .cassandra(ReleaseVersion(3, 11)))
        let topology = try await readTopology(connection, defaults)
        var scyllaVersion: String?
        if supported.keys.contains(where: { $0.hasPrefix("SCYLLA_") }) {
            let versions = try await connection.execute(
                Statement("SELECT version FROM system.versions WHERE key = 'local'"), defaults)
            scyllaVersion = try readable(connection) { () throws(WireError) in try versions.rows.first?.text("version")
            }
        }
        guard let release = topology.coordinator.node.release else {
            throw ClientError(
                .unreadable(
                    WireError(
                        .malformed, field: "release_version of system.local", needed: "a release such as 4.1.0",
                        had: "something else")), node: connection.address.description)
        }
        let platform = Platform(
            supported: supported, release: release, dseVersion: topology.dseVersion,
            clusterName: topology.clusterName, scyllaVersion: scyllaVersion)
        return Contact(connection: connection, topology: topology, platform: platform)
    }

    /// Reads `system.local` and the peers; servers without `peers_v2` say that there is no such table.
    static func readTopology(
        _ connection: Connection, _ defaults: Connection.Defaults
    ) async throws(ClientError) -> Topology {
        let local = try await connection.execute(Statement(Topology.localQuery, consistency: .one), defaults)
        var peers: [Row] = []
        do throws(ClientError) {
            peers = try await allRows(of: Topology.peersV2Query, connection, defaults)
        } catch  where error.serverError?.code == .invalid {
            peers = try await allRows(of: Topology.peersQuery, connection, defaults)
        }
        return try readable(connection) { () throws(WireError) in
            guard let row = local.rows.first else {
                throw WireError(.malformed, field: "system.local", needed: "one row", had: "none")
            }
            return try Topology(local: row, connectedTo: connection.address, peers: peers)
        }
    }

    private static func allRows(
        of cql: String, _ connection: Connection, _ defaults: Connection.Defaults
    ) async throws(ClientError) -> [Row] {
        var rows: [Row] = []
        var state: [UInt8]?
        repeat {
            let page = try await connection.execute(Statement(cql, consistency: .one), after: state, defaults)
            rows += page.rows
            state = try page.nextPage(after: state)
        } while state != nil
        return rows
    }

    private static func readable<Value>(
        _ connection: Connection, _ body: () throws(WireError) -> Value
    ) throws(ClientError) -> Value {
        do throws(WireError) { return try body() } catch {
            throw ClientError(.unreadable(error), node: connection.address.description)
        }
    }
}
