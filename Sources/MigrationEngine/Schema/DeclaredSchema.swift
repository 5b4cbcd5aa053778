public import CQLSyntax
import MigrationLog
import MigrationScripts
import SchemaModel

/// A schema that files declare: how it is read without a server.
public struct DeclaredSchema: Equatable, Sendable {
    /// A folder of migrations, or a file of CQL.
    public var path: String
    /// The release whose language and rules hold.
    public var release: CassandraRelease
    /// The keyspace of names without one; nil where it does not matter.
    public var keyspace: String?
    /// The data centres over which a replication is spread that names none.
    public var dataCentres: [String]

    /// Makes one of its parts.
    public init(
        path: String, release: CassandraRelease, keyspace: String? = nil, dataCentres: [String] = []
    ) {
        self.path = path
        self.release = release
        self.keyspace = keyspace
        self.dataCentres = dataCentres
    }
}

extension MigrationEngine {
    /// Reads a schema that files declare; nothing is connected to.
    ///
    /// Of a folder every versioned script counts, in order, then the repeatable ones and those that always run; undo parts
    /// do not.
    ///
    /// - Throws: `MigrationError` with `invalidScripts` and everything that is wrong with the files, the first statement
    ///   that no server would take included; `usage` where the path is not there, or where more than one keyspace could
    ///   be meant.
    public func schema(_ declared: DeclaredSchema) async throws(MigrationError) -> KeyspaceSchema {
        let reader = DeclaredSchemaReader(declared: declared, files: environment.files)
        return try await reader.read(parallelism: environment.parallelism)
    }
}

/// Replays files.
struct DeclaredSchemaReader {
    let declared: DeclaredSchema
    let files: any FileSystem

    /// What a keyspace is called that nobody names.
    private static let unnamed = "keyspace"

    func read(parallelism: Int) async throws(MigrationError) -> KeyspaceSchema {
        var replay = SchemaReplay(
            release: declared.release, keyspace: declared.keyspace ?? Self.unnamed, dataCentres: declared.dataCentres)
        for script in try await scripts(parallelism) { try run(script, &replay) }
        return try schema(replay)
    }

    // MARK: Files

    private func scripts(_ parallelism: Int) async throws(MigrationError) -> [ParsedScript] {
        let status: FileStatus
        do throws(FileSystemError) { status = try files.status(of: declared.path) } catch {
            throw MigrationError(
                .usage, error.description.withoutFullStop,
                hint: "a side of a comparison is keyspace:NAME, profile:NAME, a folder of migrations or a file")
        }
        guard status.kind == .folder else { return [try file()] }
        let set: ScriptSet
        do throws(ScriptError) {
            set = try await ScriptDirectory(declared.path, in: files).load(parallelism: parallelism)
        } catch {
            throw MigrationError(error)
        }
        return (set.versioned + set.repeatables + set.always).map { $0.parsed() }
    }

    private func file() throws(MigrationError) -> ParsedScript {
        let bytes: [UInt8]
        do throws(FileSystemError) {
            bytes = try files.read(declared.path, limit: ScriptDirectory.defaultSizeLimit)
        } catch {
            throw MigrationError(.local, error.description.withoutFullStop)
        }
        let script = ParsedScript(SourceText(name: declared.path, bytes: bytes))
        guard !script.hasErrors else {
            throw MigrationError(ScriptError(script.diagnostics.map { ScriptProblem($0, in: script.source) }))
        }
        return script
    }

    // MARK: Statements

    private func run(_ script: ParsedScript, _ replay: inout SchemaReplay) throws(MigrationError) {
        var reader = TreeReader(script.lexed, for: declared.release)
        for statement in script.up {
            let tree: StatementTree
            do throws(SyntaxError) { tree = try reader.tree(of: statement) } catch {
                throw MigrationError(ScriptError([ScriptProblem(error.diagnostic, in: script.source)]))
            }
            do throws(SchemaRefusal) { try replay.run(tree) } catch {
                let diagnostic = Diagnostic(
                    .schemaRefused, "Cassandra \(declared.release.rawValue) refuses it here: \(error.message)",
                    range: statement.range)
                throw MigrationError(ScriptError([ScriptProblem(diagnostic, in: script.source)]))
            }
        }
    }

    private func schema(_ replay: SchemaReplay) throws(MigrationError) -> KeyspaceSchema {
        let found = replay.catalogue.keyspaces
        var keyspace: Keyspace
        if let name = declared.keyspace, let named = found[name] {
            keyspace = named
        } else if let only = found.values.first, found.count == 1 {
            keyspace = only
        } else if found.isEmpty {
            keyspace = Keyspace(name: declared.keyspace ?? Self.unnamed, replication: .simple(1))
        } else {
            throw MigrationError(
                .usage, "\(declared.path) is about several keyspaces: \(found.keys.sorted().joined(separator: ", "))",
                hint: "name the one that is meant with --keyspace")
        }
        for table in HistoryTables.names { keyspace.tables[table] = nil }
        return KeyspaceSchema(
            keyspace: keyspace, release: declared.release,
            hasSettings: replay.declaredKeyspaces.contains(keyspace.name))
    }
}

extension Diagnostic.Code {
    /// A statement that no server would take where it stands, by the schema that the statements before it make.
    public static let schemaRefused = Self(rawValue: "schema-refused")
}

extension String {
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
