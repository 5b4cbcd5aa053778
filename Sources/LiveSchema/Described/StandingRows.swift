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
            questions[keyspace] = DescribedElement.question(keyspace)
        }
    }

    /// The rows that stand for something.
    ///
    /// - Parameter answers: What the node of these rows has said, by keyspace.
    /// - Throws: ``LiveSchemaError`` where it could not be asked.
    public func rows(
        _ rows: [SystemRow], in answers: [String: Result<ResultSet, ClientError>]
    ) throws(LiveSchemaError) -> [SystemRow] {
        var standing: [SystemRow] = []
        for (keyspace, own) in Dictionary(grouping: rows, by: { $0.text("keyspace_name") }) {
            guard let keyspace else {
                standing += own
                continue
            }
            guard let answer = answers[keyspace] else {
                throw .unreadable("the node did not say what it has of keyspace \(keyspace)")
            }
            let names = DescribedNames(try Self.elements(of: answer), release: release, beside: own)
            standing += own.filter(names.knows)
        }
        return standing
    }

    private static func elements(
        of answer: Result<ResultSet, ClientError>
    ) throws(LiveSchemaError) -> [DescribedElement] {
        let result: ResultSet
        do throws(ClientError) { result = try answer.get() } catch {
            // It says that there is no such keyspace.
            let error = LiveSchemaError.client(error)
            guard error.isRefusal else { throw error }
            return []
        }
        do throws(WireError) {
            return try result.rows.map { row throws(WireError) in try DescribedElement(row) }
        } catch {
            throw .client(ClientError(.unreadable(error)))
        }
    }
}
