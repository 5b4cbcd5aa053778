import CQLClient
import LiveSchema
import SchemaModel

/// Reads the few rows of `system_schema` that tell what became of statements.
struct SchemaReadBack: Sendable {
    let cluster: Cluster

    /// The rows that tell on the coordinator what became of statements.
    ///
    /// - Parameter areAcknowledged: Whether the server has said that all took effect: then rows that show so need no second
    ///   look, which costs.
    /// - Throws: `LiveSchemaError`.
    func rows(for checks: [StatementCheck], areAcknowledged: Bool) async throws(LiveSchemaError) -> [SystemRow] {
        let rows: [SystemRow]
        do throws(ClientError) { rows = try await self.rows(of: checks.flatMap(\.queries)) } catch {
            throw .client(error)
        }
        if areAcknowledged, checks.allSatisfy({ $0.verdict(of: rows) == .landed }) { return rows }
        return try await standing(rows)
    }

    private func standing(_ rows: [SystemRow]) async throws(LiveSchemaError) -> [SystemRow] {
        guard let standing = StandingRows(cluster.platform) else { return rows }
        var answers: [String: Result<ResultSet, ClientError>] = [:]
        for (keyspace, question) in standing.questions(about: rows) {
            do throws(ClientError) { answers[keyspace] = .success(try await cluster.execute(question)) } catch {
                answers[keyspace] = .failure(error)
            }
        }
        return try standing.rows(rows, in: answers)
    }

    /// The rows as the coordinator has them; all questions go out at once.
    ///
    /// - Throws: `ClientError`.
    func rows(of queries: [SchemaQuery]) async throws(ClientError) -> [SystemRow] {
        let cluster = cluster
        let answers = await withTaskGroup(of: Result<[SystemRow], ClientError>.self) { group in
            for query in queries.withoutRepetitions {
                group.addTask {
                    do throws(ClientError) {
                        return .success(try query.rows(of: try await cluster.execute(query.statement)))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            var answers: [Result<[SystemRow], ClientError>] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
        var rows: [SystemRow] = []
        for answer in answers { rows += try answer.get() }
        return rows
    }

    /// The rows that stand for something as every connected node has them, or why one of them could not be read.
    func rowsEverywhere(of queries: [SchemaQuery]) async -> [NodeID: Result<[SystemRow], LiveSchemaError>] {
        var rows: [NodeID: Result<[SystemRow], LiveSchemaError>] = [:]
        for query in queries.withoutRepetitions {
            for (node, answer) in await cluster.askEveryNode(query.statement) {
                rows[node] = Self.add(answer, of: query, to: rows[node])
            }
        }
        guard let standing = StandingRows(cluster.platform) else { return rows }
        let known = rows.values.flatMap { (try? $0.get()) ?? [] }
        var answers: [NodeID: [String: Result<ResultSet, ClientError>]] = [:]
        for (keyspace, question) in standing.questions(about: known) {
            for (node, answer) in await cluster.askEveryNode(question) {
                answers[node, default: [:]][keyspace] = answer
            }
        }
        return rows.reduce(into: [:]) { $0[$1.key] = Self.standing($1.value, standing, answers[$1.key] ?? [:]) }
    }

    private static func add(
        _ answer: Result<ResultSet, ClientError>, of query: SchemaQuery, to known: Result<[SystemRow], LiveSchemaError>?
    ) -> Result<[SystemRow], LiveSchemaError> {
        do throws(LiveSchemaError) {
            let before = try known?.get() ?? []
            do throws(ClientError) { return .success(before + (try query.rows(of: try answer.get()))) } catch {
                throw .client(error)
            }
        } catch {
            return .failure(error)
        }
    }

    private static func standing(
        _ rows: Result<[SystemRow], LiveSchemaError>, _ standing: StandingRows,
        _ answers: [String: Result<ResultSet, ClientError>]
    ) -> Result<[SystemRow], LiveSchemaError> {
        do throws(LiveSchemaError) { return .success(try standing.rows(try rows.get(), in: answers)) } catch {
            return .failure(error)
        }
    }
}

extension Sequence<SchemaQuery> {
    /// Each once, in the order of its first mention.
    fileprivate var withoutRepetitions: [SchemaQuery] {
        var seen: Set<SchemaQuery> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Sequence<SystemRow> {
    /// Those that a postcondition asked for: the rows of several may have been read at once.
    func filtered(by queries: [SchemaQuery]) -> [SystemRow] { filter { row in queries.contains { $0.asks(for: row) } } }
}
