public import CQLClient
import CQLSyntax
public import SchemaModel

/// Tells rows of `system_schema` that stand for something from those that a node has failed to remove; see
/// ``DescribedNames``.
public struct StandingRows: Sendable {
    private let release: CassandraRelease

    /// - Returns: nil where the rows are the schema, and there is nothing to tell apart: before 6.0.
    public init?(_ platform: Platform) {
        guard platform.hasTransactionalMetadata else { return nil }
        release = CassandraRelease(platform.release)
    }

    /// What a node has to be asked about the keyspaces of rows.
    public func questions(about rows: [SystemRow]) -> [String: CQLClient.Statement] {
        rows.reduce(into: [:]) { questions, row in
            guard let keyspace = row.text("keyspace_name") else { return }
            questions[keyspace] = DescribedStatements.question(keyspace)
        }
    }

    /// The rows that stand for something.
    ///
    /// - Parameter answers: What the node of these rows has said, by keyspace.
    /// - Throws: ``LiveSchemaError`` where it could not be asked or its answer cannot be read.
    public func rows(
        _ rows: [SystemRow], in answers: [String: Result<ResultSet, ClientError>]
    ) throws(LiveSchemaError) -> [SystemRow] {
        var names: [String: DescribedNames] = [:]
        for (keyspace, answer) in answers { names[keyspace] = try self.names(in: answer, beside: rows, of: keyspace) }
        return rows.filter { row in
            guard let keyspace = row.text("keyspace_name"), let names = names[keyspace] else { return true }
            return names.knows(row)
        }
    }

    private func names(
        in answer: Result<ResultSet, ClientError>, beside rows: [SystemRow], of keyspace: String
    ) throws(LiveSchemaError) -> DescribedNames {
        let result: ResultSet
        do throws(ClientError) { result = try answer.get() } catch {
            // It says that there is no such keyspace.
            let error = LiveSchemaError.client(error)
            guard error.isRefusal else { throw error }
            return DescribedNames()
        }
        return DescribedNames(
            try DescribedStatements(
                try Self.texts(result), release: release, beside: rows.filter { $0.text("keyspace_name") == keyspace }))
    }

    private static func texts(_ answer: ResultSet) throws(LiveSchemaError) -> [String] {
        do throws(WireError) {
            return try answer.rows.map { row throws(WireError) in try DescribedStatements.text(of: row) }
        } catch {
            throw .client(ClientError(.unreadable(error)))
        }
    }
}
