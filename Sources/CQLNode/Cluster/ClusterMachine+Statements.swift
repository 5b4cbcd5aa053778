import CQLWire
import FoundationEssentials

/// Requests that run or prepare statements.
extension ClusterMachine {
    mutating func runStatements(
        of request: IncomingRequest, keyspace: String?, on connection: ConnectionID, _ now: Duration
    ) -> ResponseEnvelope {
        let node = connection.node
        var response = ResponseEnvelope(.ready)
        do throws(ServerError) {
            switch request.message {
            case .prepare(let cql):
                response.message = .result(.prepared(try prepare(cql, keyspace: keyspace, at: node, now)))
            case .query(let cql, let parameters):
                let context = context(keyspace, parameters, at: node, now)
                response = try run(cql, parameters, on: connection, context, now)
            case .execute(let id, let parameters):
                let entry = try preparedEntry(id, at: node)
                var context = context(entry.keyspace, parameters, at: node, now)
                context.isPrepared = true
                response = try run(entry.cql, parameters, on: connection, context, now)
            case .batch(let batch):
                response = try run(batch, keyspace: keyspace, at: node, now)
            case .startup, .options, .authResponse, .register: break
            }
        } catch {
            response = ResponseEnvelope(.error(error))
        }
        if request.isTraced { response.tracingID = trace(request, on: connection, now) }
        return response
    }

    private mutating func prepare(
        _ cql: String, keyspace: String?, at node: Int, _ now: Duration
    ) throws(ServerError) -> PreparedStatement {
        let context = context(keyspace, QueryParameters(consistency: .one), at: node, now)
        let shape = try executor.prepare(cql, at: node, context)
        let id = prepared[node - 1].insert(PreparedRegistry.Entry(cql: cql, keyspace: keyspace))
        return PreparedStatement(
            id: id, markers: shape.markers, partitionKeyIndexes: shape.partitionKeyIndexes,
            result: shape.resultColumns.map { RowsMetadata(columns: $0) } ?? RowsMetadata(columnCount: 0))
    }

    private func preparedEntry(_ id: [UInt8], at node: Int) throws(ServerError) -> PreparedRegistry.Entry {
        if let entry = prepared[node - 1][id] { return entry }
        let words =
            "Prepared query with ID \(FaultText.hexadecimal(id)) not found (either the query was not prepared on this "
            + "host (maybe the host has been restarted?) or you have prepared too many queries and it has been evicted "
            + "from the internal cache)"
        throw ServerError(.unprepared, words, details: .unprepared(id: id))
    }

    private mutating func run(
        _ cql: String, _ parameters: QueryParameters, on connection: ConnectionID, _ context: ExecutionContext,
        _ now: Duration
    ) throws(ServerError) -> ResponseEnvelope {
        let values: BoundValues =
            switch parameters.values {
            case .positional(let list): .positional(list)
            case .named(let list): .named(list)
            }
        let effect = try executor.execute(cql, values, at: connection.node, context)
        note(effect, of: cql, on: connection, now)
        if case .setKeyspace(let name) = effect.result.outcome { clients[connection]?.session.keyspace = name }
        if let change = effect.change, case .schemaChange(let what) = effect.result.outcome {
            spread(change, what, from: connection.node, now)
        }
        return try effect.result.response(skippingMetadata: parameters.skipMetadata)
    }

    private mutating func run(
        _ batch: Batch, keyspace: String?, at node: Int, _ now: Duration
    ) throws(ServerError) -> ResponseEnvelope {
        var parts: [BatchPart] = []
        for statement in batch.statements {
            switch statement.source {
            case .cql(let cql): parts.append(BatchPart(cql: cql, keyspace: keyspace, values: statement.values))
            case .prepared(let id):
                let entry = try preparedEntry(id, at: node)
                parts.append(BatchPart(cql: entry.cql, keyspace: entry.keyspace, values: statement.values))
            }
        }
        let parameters = QueryParameters(
            consistency: batch.consistency, serialConsistency: batch.serialConsistency,
            defaultTimestamp: batch.defaultTimestamp)
        let context = context(keyspace, parameters, at: node, now)
        return try executor.executeBatch(batch.kind, parts, at: node, context).response(skippingMetadata: false)
    }

    mutating func context(
        _ keyspace: String?, _ parameters: QueryParameters, at node: Int, _ now: Duration
    ) -> ExecutionContext {
        ExecutionContext(
            keyspace: keyspace, release: plan.release, now: clock(of: node, now), entropy: entropy.next(),
            consistency: parameters.consistency, serialConsistency: parameters.serialConsistency,
            defaultTimestamp: parameters.defaultTimestamp,
            pageSize: parameters.pageSize.flatMap { $0 > 0 ? Int($0) : nil }, pagingState: parameters.pagingState,
            dataCentres: plan.dataCenters.reduce(into: [:]) { $0[$1, default: 0] += 1 },
            virtualTables: SystemTables(view(of: node, now)))
    }

    /// What a node knows of the cluster now.
    private func view(of node: Int, _ now: Duration) -> ClusterView {
        let served = clients.filter { $0.key.node == node }.values.compactMap(\.address)
        return ClusterView(
            profile: profile, clusterName: plan.clusterName, settings: plan.settings, nodes: nodes,
            coordinator: node,
            catalogue: executor.catalogue(of: node), schemaTimes: executor.schemaTimes(of: node),
            leftovers: leftovers[node] ?? [], now: now, clients: served, traces: traces)
    }

    private mutating func trace(_ request: IncomingRequest, on connection: ConnectionID, _ now: Duration) -> UUID {
        let time = clock(of: connection.node, now)
        let id = Identity.time(time, salt: entropy.next())
        traces.add(
            TraceLog.Session(
                id: id, client: clients[connection]?.address?.address, coordinator: nodes[connection.node - 1].address,
                command: request.message.opcode == .prepare ? "NONE" : "QUERY", request: request.tracedName,
                parameters: request.tracedParameters, startedAt: time / 1000))
        return id
    }
}

extension ExecutionResult {
    /// The answer with this result.
    fileprivate func response(skippingMetadata skips: Bool) throws(ServerError) -> ResponseEnvelope {
        let result: QueryResult
        switch outcome {
        case .void: result = .void
        case .setKeyspace(let name): result = .setKeyspace(name)
        case .schemaChange(let change): result = .schemaChange(change)
        case .rows(let rows):
            let metadata =
                skips
                ? RowsMetadata(columnCount: rows.columns.count, pagingState: rows.pagingState)
                : RowsMetadata(columns: rows.columns, pagingState: rows.pagingState)
            do throws(WireError) { result = .rows(try Rows(metadata: metadata, rows: rows.rows)) } catch {
                throw ServerError(.serverError, error.description)
            }
        }
        return ResponseEnvelope(.result(result), warnings: warnings)
    }
}
