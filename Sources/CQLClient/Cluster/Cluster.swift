import CQLWire
import EventLoop
import FoundationEssentials

/// A Cassandra cluster: the coordinator that runs the statements, and connections to the other nodes to ask them.
///
/// One node coordinates everything until it is replaced by `replaceCoordinator()`: before 6.0, schema changes through
/// two coordinators at once can leave the nodes with different tables of one name.
public actor Cluster {
    nonisolated let settings: ClusterSettings
    let loop: Loop
    var topology: Topology
    var connection: Connection
    /// Connections to the other nodes, each to ask that node about itself.
    var others: [NodeID: Connection] = [:]
    /// Nodes that take no connection from here, by the latest survey or attempt.
    var unreachable: Set<NodeID> = []
    /// Nodes that are down, by the latest survey or attempt.
    var down: Set<NodeID> = []
    /// The agreement wait under way, to be told what happens to the nodes meanwhile.
    var agreementInput: AsyncStream<AgreementEvent>.Continuation?
    /// Nodes that the coordinator announced as down, by their address for clients.
    var announcedDown: Set<SocketAddress> = []

    /// What the nodes run.
    public nonisolated let platform: Platform

    /// The actor runs where the connections do.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    let patience: Patience

    init(_ settings: ClusterSettings, _ patience: Patience, on loop: Loop, _ contact: Contact) {
        self.settings = settings
        self.patience = patience
        self.loop = loop
        topology = contact.topology
        connection = contact.connection
        platform = contact.platform
    }

    /// Connects to the first contact point that answers, and learns of the other nodes from it.
    ///
    /// - Throws: `ClientError`: nobody answers, the credentials are refused, or the data centre does not exist.
    public static func connect(_ settings: ClusterSettings) async throws(ClientError) -> Cluster {
        try await connect(settings, resolver: nil)
    }

    /// The same with another patience, and with a look-up of names other than the system's.
    static func connect(
        _ settings: ClusterSettings, patience: Patience = Patience(), resolver: ContactRound.Resolver?
    ) async throws(ClientError) -> Cluster {
        let loop: Loop
        do throws(SystemError) { loop = try Loop.given(settings.loop) } catch {
            throw ClientError(.system("\(error)"))
        }
        let contact = try await ContactRound(settings: settings, loop: loop, resolver: resolver).run()
        let cluster = Cluster(settings, patience, on: loop, contact)
        await cluster.observeCoordinator()
        return cluster
    }

    /// The clock of the connections, for what stands on them.
    public nonisolated var clock: MonotonicClock { settings.clock }

    /// The name that the cluster was given in its configuration.
    public var name: String { topology.clusterName }

    /// The node that runs the statements.
    public var coordinator: Coordinator { topology.coordinator }

    /// Every node that the coordinator knows, itself first, as of the last look.
    public var nodes: [Node] { topology.nodes }

    /// How long a DDL statement may take on this platform.
    ///
    /// On 6.0 a change waits for the metadata service up to 120 s (`cms_await_timeout`) before it fails.
    public nonisolated var ddlTimeout: Duration {
        settings.ddlTimeout ?? (platform.hasTransactionalMetadata ? .seconds(130) : .seconds(60))
    }

    /// Runs a statement on the coordinator and gives the first page of its rows.
    ///
    /// - Throws: `ClientError`, whose `outcome` tells what is known of the statement.
    public func execute(_ statement: Statement) async throws(ClientError) -> ResultSet {
        try await connection.execute(statement, defaults)
    }

    /// Runs a batch on the coordinator.
    ///
    /// - Throws: `ClientError`, whose `outcome` tells what is known of the batch.
    public func execute(_ batch: BatchStatement) async throws(ClientError) -> ResultSet {
        try await connection.execute(batch, defaults)
    }

    /// Runs a query on the coordinator and hands over every row of every page, in order.
    ///
    /// - Throws: `ClientError`; a row that `body` cannot read counts as an unreadable answer.
    public nonisolated func forEachRow(
        of statement: Statement, _ body: (Row) throws(WireError) -> Void
    ) async throws(ClientError) {
        var state: [UInt8]?
        repeat {
            let page = try await page(of: statement, after: state)
            do throws(WireError) {
                for row in page.rows { try body(row) }
            } catch {
                throw ClientError(.unreadable(error))
            }
            state = try page.nextPage(after: state)
        } while state != nil
    }

    private func page(of statement: Statement, after state: [UInt8]?) async throws(ClientError) -> ResultSet {
        try await connection.execute(statement, after: state, defaults)
    }

    /// Ends all connections.
    public func close() async {
        for (_, other) in others.sorted(by: { $0.key < $1.key }) { await other.close() }
        others = [:]
        await connection.close()
    }

    nonisolated var defaults: Connection.Defaults {
        Connection.Defaults(
            consistency: settings.consistency, serialConsistency: settings.serialConsistency,
            timeout: settings.requestTimeout, platform: platform)
    }
}
