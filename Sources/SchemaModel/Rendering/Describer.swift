public import CQLSyntax

/// Writes parts of a schema as the server's DESCRIBE does, to the byte (4.0 and later).
///
/// 3.11 has no DESCRIBE on the server: what it gets here has the form of 4.0 with the options of 3.11.
public struct Describer: Sendable {
    /// The release whose options and texts are written.
    public let release: CassandraRelease

    /// Whether ids and dropped columns are written as well (`WITH INTERNALS`).
    public let withInternals: Bool

    /// Makes a writer.
    public init(release: CassandraRelease, withInternals: Bool = false) {
        self.release = release
        self.withInternals = withInternals
    }

    /// One row of what DESCRIBE answers.
    public struct Element: Hashable, Sendable {
        /// What it is; the text is the server's.
        public enum Kind: String, Hashable, Sendable {
            case keyspace, type, function, aggregate, table, index, trigger
            case view = "materialized_view"
        }

        /// The keyspace.
        public let keyspace: String
        /// What it is.
        public let kind: Kind
        /// The name.
        public let name: String
        /// The types that a function or an aggregate is called with; nil for all else.
        public let arguments: [String]?
        /// The statement that makes it; several for a table with dropped columns or a comment.
        public let statement: String

        /// Makes a row.
        public init(keyspace: String, kind: Kind, name: String, arguments: [String]? = nil, statement: String) {
            self.arguments = arguments
            self.keyspace = keyspace
            self.kind = kind
            self.name = name
            self.statement = statement
        }

        /// The name as DESCRIBE shows it: quoted where it must be, a function's with its types behind it.
        public var shownName: String {
            CQLIdentifier.quoted(name) + (arguments.map { "(\($0.joined(separator: ", ")))" } ?? "")
        }
    }

    /// A keyspace and all that is in it, in the server's order: types that others need first, functions, aggregates,
    /// then each table with its indexes and views.
    public func elements(of keyspace: Keyspace) -> [Element] {
        var elements = [
            Element(
                keyspace: keyspace.name, kind: .keyspace, name: keyspace.name,
                statement: text(keyspace) + annotations(of: keyspace))
        ]
        for type in keyspace.typesInOrder {
            let statement = text(type) + annotations(of: type, in: keyspace)
            elements.append(Element(keyspace: keyspace.name, kind: .type, name: type.name, statement: statement))
        }
        elements += functions(of: keyspace) + aggregates(of: keyspace)
        for table in keyspace.tables.values.sorted(by: { Self.isBefore($0.name, $1.name) }) {
            elements += self.elements(of: table, in: keyspace)
        }
        return elements
    }

    /// The statements that make a keyspace and all that is in it, in the order of ``elements(of:)-(Keyspace)``, and its
    /// triggers behind them.
    ///
    /// They are those of DESCRIBE but for what DESCRIBE leaves out (triggers), wraps in a comment (tables with COMPACT
    /// STORAGE) or writes so that it cannot be read back (bodies of functions with a `$$`, conditions of columns whose
    /// names need quotes).
    public func script(of keyspace: Keyspace) -> [Element] {
        elements(of: keyspace).map { element in
            switch element.kind {
            case .table:
                guard let table = keyspace.tables[element.name] else { return element }
                let (made, columns) = table.withoutLostChecks
                guard made.isCompact || !columns.isEmpty else { return element }
                let description = TableDescription(
                    table: made, release: release, withInternals: withInternals, isScript: true)
                return Element(
                    keyspace: element.keyspace, kind: .table, name: element.name,
                    statement: description.text + columns.map { "\n" + statement(checking: $0, of: table) }.joined()
                        + annotations(of: table, in: keyspace))
            case .function:
                let functions = keyspace.functions.values.filter { $0.name == element.name }
                guard let function = functions.first(where: { text($0) == element.statement }) else { return element }
                return Element(
                    keyspace: element.keyspace, kind: .function, name: element.name, arguments: element.arguments,
                    statement: statement(making: function))
            default: return element
            }
        } + triggers(of: keyspace)
    }

    /// A table, its indexes and its views.
    public func elements(of table: Table, in keyspace: Keyspace) -> [Element] {
        let views = keyspace.views(of: table).sorted { Self.isBefore($0.name, $1.name) }
        var elements = self.elements(of: table)
        if let first = elements.first {
            elements[0] = Element(
                keyspace: first.keyspace, kind: .table, name: first.name,
                statement: first.statement + annotations(of: table, in: keyspace))
        }
        return elements + views.map(element)
    }

    /// A table and its indexes.
    public func elements(of table: Table) -> [Element] {
        var elements = [Element(keyspace: table.keyspace, kind: .table, name: table.name, statement: text(table))]
        for index in table.indexes.values.sorted(by: { Self.isBefore($0.name, $1.name) }) {
            elements.append(
                Element(keyspace: table.keyspace, kind: .index, name: index.name, statement: text(index, on: table)))
        }
        return elements
    }

    /// `CREATE KEYSPACE …;`
    public func text(_ keyspace: Keyspace) -> String {
        if SystemKeyspaces.isVirtual(keyspace.name, in: release) {
            return """
                /*
                Warning: Keyspace \(keyspace.name) is a virtual keyspace and cannot be recreated with CQL.
                Structure, for reference:
                VIRTUAL KEYSPACE \(keyspace.name);
                */
                """
        }
        let replication = keyspace.replication
        var entries = ["'class': \(CQLText.string(replication.shortClassName))"]
        for name in JavaHashOrder.sorted(replication.options.keys.sorted()) {
            entries.append("\(CQLText.string(name)): \(CQLText.string(replication.options[name] ?? ""))")
        }
        var text = "CREATE KEYSPACE \(CQLIdentifier.quoted(keyspace.name)) WITH replication = "
        text += "{\(entries.joined(separator: ", "))}  AND durable_writes = \(keyspace.durableWrites)"
        if release >= .v60 { text += "  AND fast_path = \(FastPathOption.text(keyspace.fastPath))" }
        return text + ";"
    }

    /// `CREATE TYPE …;`
    public func text(_ type: UserType) -> String {
        let fields = type.fields.map { "    \(CQLIdentifier.quoted($0.name)) \($0.type)" }
        return "CREATE TYPE \(SchemaName.quoted(type.keyspace, type.name)) (\n\(fields.joined(separator: ",\n"))\n);"
    }

    /// `CREATE INDEX …;`
    public func text(_ index: Index, on table: Table) -> String {
        let place = "\(CQLIdentifier.quoted(index.name)) ON \(SchemaName.quoted(table.keyspace, table.name))"
        guard index.kind == .custom else {
            let using = release < .v60 ? "" : " USING 'legacy_local_table'"
            return "CREATE INDEX \(place) (\(index.target))\(using);"
        }
        var text = "CREATE CUSTOM INDEX \(place) (\(index.target)) USING \(CQLText.string(index.className ?? ""))"
        if !index.options.isEmpty { text += " WITH OPTIONS = \(CQLText.map(index.options))" }
        return text + ";"
    }

    /// `CREATE TABLE …;`
    public func text(_ table: Table) -> String {
        TableDescription(table: table, release: release, withInternals: withInternals).text
    }

    /// `ALTER TABLE … ALTER … CHECK …;`
    func statement(checking column: Column, of table: Table) -> String {
        "ALTER TABLE \(SchemaName.quoted(table.keyspace, table.name)) ALTER \(CQLIdentifier.quoted(column.name)) "
            + "\(ColumnText.constraints(of: column));"
    }

    /// The one statement that makes a table, without the options that have the release's own values.
    public func statement(making table: Table) -> String {
        TableDescription(table: table, release: release, withInternals: false, isScript: true, omitsDefaults: true).text
    }

    /// The order of DESCRIBE: by letters, whatever their case (`String.compareToIgnoreCase`).
    static func isBefore(_ left: String, _ right: String) -> Bool {
        let (lower, other) = (left.lowercased(), right.lowercased())
        return lower == other ? left < right : lower.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension Keyspace {
    /// The user-defined types, each behind those that its fields need.
    public var typesInOrder: [UserType] {
        var done: Set<String> = []
        var result: [UserType] = []
        func add(_ type: UserType) {
            guard done.insert(type.name).inserted else { return }
            for field in type.fields {
                for needed in types.values.sorted(by: { $0.name < $1.name })
                where field.type.references(needed.name, in: name) { add(needed) }
            }
            result.append(type)
        }
        for type in types.values.sorted(by: { $0.name < $1.name }) { add(type) }
        return result
    }
}
