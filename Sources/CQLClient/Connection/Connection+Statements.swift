import CQLWire
import EventLoop

/// Statements on one connection.
extension Connection {
    /// What a statement leaves open.
    struct Defaults: Sendable {
        var consistency: Consistency
        var serialConsistency: Consistency
        var timeout: Duration
        var platform: Platform
    }

    /// Runs a statement and gives its first page, or the one after `pagingState`.
    func execute(
        _ statement: Statement, after pagingState: [UInt8]? = nil, _ defaults: Defaults
    ) async throws(ClientError) -> ResultSet {
        let parameters = QueryParameters(
            consistency: statement.consistency ?? defaults.consistency, values: .positional(statement.values),
            pageSize: statement.pageSize, pagingState: pagingState,
            serialConsistency: statement.serialConsistency ?? defaults.serialConsistency)
        let timeout = statement.timeout ?? defaults.timeout
        guard statement.isPrepared else {
            return try await run(.query(statement.cql, parameters), timeout, defaults)
        }
        return try await runPrepared([statement.cql], timeout, defaults) { prepared in
            .execute(id: prepared[0].id, parameters)
        }
    }

    /// Runs a statement, and gives its answer or why there is none.
    func result(of statement: Statement, _ defaults: Defaults) async -> Result<ResultSet, ClientError> {
        do throws(ClientError) { return .success(try await execute(statement, defaults)) } catch {
            return .failure(error)
        }
    }

    /// Runs a batch.
    func execute(_ batch: BatchStatement, _ defaults: Defaults) async throws(ClientError) -> ResultSet {
        let timeout = batch.timeout ?? defaults.timeout
        func request(_ sources: [Batch.Source]) -> Request {
            .batch(
                Batch(
                    .unlogged, zip(sources, batch.statements).map { Batch.Statement($0, values: $1.values) },
                    consistency: batch.consistency ?? defaults.consistency,
                    serialConsistency: batch.serialConsistency ?? defaults.serialConsistency))
        }
        guard batch.statements.allSatisfy(\.isPrepared) else {
            return try await run(request(batch.statements.map { .cql($0.cql) }), timeout, defaults)
        }
        return try await runPrepared(batch.statements.map(\.cql), timeout, defaults) { prepared in
            request(prepared.map { .prepared($0.id) })
        }
    }

    /// Runs a request made of prepared statements; when the node has forgotten one it is prepared again, once.
    ///
    /// More than once would go round for ever in a cluster of mixed releases, whose nodes compute different ids
    /// (CASSANDRA-15252, CASSANDRA-17248).
    private func runPrepared(
        _ texts: [String], _ timeout: Duration, _ defaults: Defaults, _ request: ([PreparedStatement]) -> Request
    ) async throws(ClientError) -> ResultSet {
        let first = try await prepare(texts, timeout, defaults)
        do throws(ClientError) {
            return try await run(request(first), timeout, defaults)
        } catch  where error.serverError?.code == .unprepared {
            for text in texts { prepared[text] = nil }
            return try await run(request(try await prepare(texts, timeout, defaults)), timeout, defaults)
        }
    }

    private func prepare(
        _ texts: [String], _ timeout: Duration, _ defaults: Defaults
    ) async throws(ClientError) -> [PreparedStatement] {
        var statements: [PreparedStatement] = []
        for text in texts {
            if let known = prepared[text] {
                statements.append(known)
                continue
            }
            let response: ResponseEnvelope
            do throws(ClientError) {
                response = try await answer(.prepare(text), timeout, defaults)
            } catch {
                // To prepare a statement is not to run it.
                throw ClientError(
                    error.kind, node: error.node, outcome: error.outcome == .rejected ? .rejected : .notSent)
            }
            guard case .result(.prepared(let statement)) = response.message else {
                throw unexpected(response.message, during: "PREPARE", outcome: .notSent)
            }
            prepared[text] = statement
            statements.append(statement)
        }
        return statements
    }

    private func run(
        _ request: Request, _ timeout: Duration, _ defaults: Defaults
    ) async throws(ClientError) -> ResultSet {
        let response = try await answer(request, timeout, defaults)
        guard case .result(let result) = response.message else {
            throw unexpected(response.message, during: "\(request.opcode)")
        }
        return ResultSet(
            result, warnings: response.warnings, tracingID: response.tracingID, customPayload: response.customPayload)
    }

    /// The answer to a request unless it is an error.
    private func answer(
        _ request: Request, _ timeout: Duration, _ defaults: Defaults
    ) async throws(ClientError) -> ResponseEnvelope {
        let response: ResponseEnvelope
        do throws(RequestFailure) {
            response = try await send(request, timeout: timeout)
        } catch {
            throw error.clientError(at: address.description)
        }
        if case .error(let error) = response.message {
            throw ClientError(
                .server(error), node: address.description, outcome: error.outcome(on: defaults.platform))
        }
        return response
    }

    private func unexpected(
        _ response: Response, during step: String, outcome: Outcome = .unknown
    ) -> ClientError {
        ClientError(.unreadable(.unexpected(response, during: step)), node: address.description, outcome: outcome)
    }
}
