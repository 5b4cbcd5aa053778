import CQLSyntax
import FoundationEssentials
import SchemaModel
import Testing

/// What real nodes answered to `Recorded/statements.cql`, one statement after the other on one node each.
struct Recording: Sendable, CustomTestStringConvertible {
    static let all = [CassandraRelease.v311, .v41, .v50, .v60].map { Recording($0) }

    /// What nodes answered that allow views, functions and masks, to `Recorded/objects.cql`.
    static let objects = [CassandraRelease.v311, .v41, .v50, .v60].map { Recording($0, "objects") }

    /// The time of the statements.
    static let now: Int64 = 1_700_000_000_000_000

    let release: CassandraRelease

    /// The name of the statements; nil for `statements.cql`.
    private let suite: String?

    init(_ release: CassandraRelease, _ suite: String? = nil) {
        self.release = release
        self.suite = suite
    }

    var testDescription: String { release.rawValue + (suite.map { ", \($0)" } ?? "") }

    /// The statements.
    func statements() throws -> [String] { try Self.lines("\(suite ?? "statements").cql") }

    /// The answers: `ok` and the change, or a code and a message; the warnings behind it.
    func answers() throws -> [String] { try lines("answers") }

    /// The lines of another file of this release.
    func lines(_ suffix: String) throws -> [String] {
        try Self.lines("\(release.rawValue).\(suite.map { "\($0)." } ?? "")\(suffix)")
    }

    /// What the nodes allowed.
    var settings: NodeSettings {
        var settings = NodeSettings()
        guard suite != nil else { return settings }
        settings.materializedViews = true
        settings.userFunctions = true
        settings.masking = true
        return settings
    }

    private static func lines(_ name: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded")
        let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }

    /// The id of the table that a statement makes.
    static func id(_ index: Int) -> UUID {
        let low = UInt8(index & 0xFF)
        let high = UInt8(index >> 8 & 0xFF)
        return UUID(uuid: (0, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0, 0, 0, high, low))
    }

    /// The catalogue before the statements.
    func initialCatalogue() -> Catalogue {
        var catalogue = SystemSchema.catalogue(for: release)
        catalogue.keyspaces.merge(SystemSchema.virtualCatalogue(for: release).keyspaces) { $1 }
        return catalogue
    }

    /// The catalogue after all statements; where the node's answer is a defect of its own, it did nothing.
    func catalogueAfterAll() throws -> Catalogue {
        var catalogue = initialCatalogue()
        var session: String?
        for (index, (statement, answer)) in zip(try statements(), try answers()).enumerated()
        where !Self.isDefect(answer) {
            _ = self.answer(statement, index, &catalogue, &session)
        }
        return catalogue
    }

    /// Whether an answer is one that nothing but a server can give: 3.11 on a Java that it does not support runs out of
    /// stack, and only Java knows whether a body is Java.
    static func isDefect(_ answer: String) -> Bool {
        answer.contains("StackOverflowError") || answer.contains("Java source compilation failed")
    }

    /// Does a statement to a catalogue and says what comes of it as the answers do; nil where the statement's text is
    /// refused before the schema is asked.
    func answer(_ statement: String, _ index: Int, _ catalogue: inout Catalogue, _ session: inout String?) -> String? {
        guard let tree = try? StatementTree(parsing: statement, for: release) else { return nil }
        if case .use(let name) = tree {
            session = name.text
            return "ok\tVOID"
        }
        let context = SchemaContext(
            release: release, keyspace: session, newTableID: Self.id(index), now: Self.now,
            dataCentres: ["dc1": 1], settings: settings)
        do {
            guard let effect = try catalogue.apply(tree, in: context) else { return "not a schema statement" }
            return text("ok", effect.change.map(text) ?? "VOID", effect.warnings)
        } catch {
            if case .alreadyExists(let keyspace, let table) = error.kind {
                return text("2400", "\(keyspace)|\(table)", error.warnings)
            }
            let code = String(error.kind.code, radix: 16)
            return text(String(repeating: "0", count: 4 - code.count) + code, error.message, error.warnings)
        }
    }

    private func text(_ change: SchemaChange) -> String {
        let isCallable = change.target == .function || change.target == .aggregate
        let types = isCallable ? "(\(change.argumentTypes.joined(separator: ", ")))" : ""
        let words = [
            change.action.rawValue, change.target.rawValue, change.keyspace, change.name.map { $0 + types },
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }

    private func text(_ code: String, _ message: String, _ warnings: [String]) -> String {
        ([code, message] + warnings).joined(separator: "\t").split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\\n")
    }
}
