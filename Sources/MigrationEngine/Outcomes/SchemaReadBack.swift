import CQLClient
import LiveSchema
import SchemaModel

/// Reads the few rows of `system_schema` that tell what became of statements.
struct SchemaReadBack: Sendable {
    let cluster: Cluster

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

    /// The rows as every connected node has them, or why one of them could not be read.
    func rowsEverywhere(of queries: [SchemaQuery]) async -> [NodeID: Result<[SystemRow], ClientError>] {
        var rows: [NodeID: Result<[SystemRow], ClientError>] = [:]
        for query in queries.withoutRepetitions {
            for (node, answer) in await cluster.askEveryNode(query.statement) {
                rows[node] = Self.add(answer, of: query, to: rows[node])
            }
        }
        return rows
    }

    private static func add(
        _ answer: Result<ResultSet, ClientError>, of query: SchemaQuery, to known: Result<[SystemRow], ClientError>?
    ) -> Result<[SystemRow], ClientError> {
        do throws(ClientError) {
            let before = try known?.get() ?? []
            return .success(before + (try query.rows(of: try answer.get())))
        } catch {
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
