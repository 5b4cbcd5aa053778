import Foundation
import Testing

/// How a run of the binary ended, and what it said.
struct Finished: Sendable {
    let exitCode: Int32
    let output: String
    let errors: String

    /// The one document that `--json` prints.
    func document() throws -> [String: Any] {
        let parsed = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require(parsed as? [String: Any], "not a document: \(output)\(errors)")
    }

    /// The `data` of the document.
    func data() throws -> [String: Any] {
        try #require(try document()["data"] as? [String: Any], "no data: \(output)\(errors)")
    }

    /// The codes of the document's errors.
    func errorCodes() throws -> [String] {
        let errors = try document()["errors"] as? [[String: Any]] ?? []
        return errors.compactMap { $0["code"] as? String }
    }

    /// The keyspace of `data` that is the only one.
    func keyspace() throws -> [String: Any] {
        let keyspaces = try #require(try data()["keyspaces"] as? [[String: Any]], "no keyspaces: \(output)")
        try #require(keyspaces.count == 1)
        return keyspaces[0]
    }

    /// Path and state of every script, as `status` tells.
    func states() throws -> [String: String] {
        let scripts = try #require(try keyspace()["scripts"] as? [[String: Any]], "no scripts: \(output)")
        return Dictionary(
            scripts.map { ($0["script"] as? String ?? "?", $0["state"] as? String ?? "?") }, uniquingKeysWith: { $1 })
    }

    /// Whether the nodes agree on the schema, as `status` tells.
    func agrees() throws -> Bool {
        let agreement = try #require(try keyspace()["agreement"] as? [String: Any], "no agreement: \(output)")
        return agreement["agreed"] as? Bool ?? false
    }
}
