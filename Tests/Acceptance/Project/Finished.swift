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

    /// The codes of the document's warnings.
    func warningCodes() throws -> [String] {
        let warnings = try document()["warnings"] as? [[String: Any]] ?? []
        return warnings.compactMap { $0["code"] as? String }
    }

    /// The messages of the document's errors.
    func errorMessages() throws -> [String] {
        let errors = try document()["errors"] as? [[String: Any]] ?? []
        return errors.compactMap { $0["message"] as? String }
    }

    /// The keyspaces of `data`.
    func keyspaces() throws -> [[String: Any]] {
        try #require(try data()["keyspaces"] as? [[String: Any]], "no keyspaces: \(output)\(errors)")
    }

    /// The keyspace of `data` that is the only one.
    func keyspace() throws -> [String: Any] {
        let keyspaces = try keyspaces()
        try #require(keyspaces.count == 1)
        return keyspaces[0]
    }

    /// The statements that a run of a script came to, or was to come to.
    func statements(of script: String) throws -> [[String: Any]] {
        let actions = try keyspace()["actions"] as? [[String: Any]] ?? []
        return actions.first { $0["script"] as? String == script }?["statements"] as? [[String: Any]] ?? []
    }

    /// What `validate` or `lint` found, as `kind` or `rule` tells it.
    func findings(_ key: String = "kind") throws -> [String] {
        let findings = try data()["findings"] as? [[String: Any]] ?? []
        return findings.compactMap { $0[key] as? String }
    }

    /// Path and state of every script, as `status` tells.
    func states() throws -> [String: String] {
        let scripts = try #require(try keyspace()["scripts"] as? [[String: Any]], "no scripts: \(output)")
        return Dictionary(
            scripts.map { ($0["script"] as? String ?? "?", $0["state"] as? String ?? "?") }, uniquingKeysWith: { $1 })
    }

    /// Whether the nodes agree on the schema, as `status` tells.
    func agrees() throws -> Bool {
        try keyspaces().allSatisfy { keyspace in
            let agreement = try #require(keyspace["agreement"] as? [String: Any], "no agreement: \(output)")
            return agreement["agreed"] as? Bool ?? false
        }
    }
}
