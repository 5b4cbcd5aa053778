public import CQLSyntax

extension Catalogue {
    /// Does what a statement says to the schema, as a server of the context's release would.
    ///
    /// Nil for a statement that is none of the schema's: nothing changes then. Otherwise the effect is what the server
    /// answers. A refusal leaves the catalogue as it is.
    public mutating func apply(
        _ tree: StatementTree, in context: SchemaContext
    ) throws(SchemaRefusal) -> SchemaEffect? {
        switch tree {
        case .createKeyspace(let statement): try create(statement, context)
        case .alterKeyspace(let statement): try alter(statement, context)
        case .dropKeyspace(let statement): try drop(statement, context)
        case .createTable(let statement): try create(statement, context)
        case .alterTable(let statement): try alter(statement, context)
        case .dropTable(let statement): try dropTable(statement, context)
        case .createType(let statement): try create(statement, context)
        case .alterType(let statement): try alter(statement, context)
        case .dropType(let statement): try dropType(statement, context)
        case .createIndex(let statement): try create(statement, context)
        case .dropIndex(let statement): try dropIndex(statement, context)
        case .createView(let statement): try create(statement, context)
        case .alterView(let statement): try alter(statement, context)
        case .dropView(let statement): try dropView(statement, context)
        case .createFunction(let statement): try create(statement, context)
        case .dropFunction(let statement): try dropFunction(statement, context)
        case .createAggregate(let statement): try create(statement, context)
        case .dropAggregate(let statement): try dropAggregate(statement, context)
        case .createTrigger(let statement): try createTrigger(statement, context)
        case .dropTrigger(let statement): try dropTrigger(statement, context)
        case .copyTable(let statement): try copy(statement, context)
        case .annotate(let statement): try annotate(statement, context)
        case .createRole, .alterRole, .dropRole, .createUser, .alterUser, .dropUser, .addIdentity, .dropIdentity,
            .grantPermissions, .revokePermissions, .grantRole, .revokeRole, .list:
            nil
        case .insert, .update, .delete, .batch, .select, .truncate, .use, .describe: nil
        }
    }
}

extension SchemaContext {
    var access: AccessRules { AccessRules(release: release) }

    /// The keyspace of a name, or of the session.
    func keyspace(of name: QualifiedName) throws(SchemaRefusal) -> String {
        guard let keyspace = name.keyspace?.text ?? keyspace else {
            throw .invalid(
                "No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename")
        }
        return keyspace
    }

    /// What releases from 4.0 on check of every schema statement before they execute it (`AlterSchemaStatement`).
    func checkKeyspace(_ keyspace: String) throws(SchemaRefusal) {
        guard release >= .v40 else { return }
        if SystemKeyspaces.isLocal(keyspace, in: release) {
            throw .invalid("System keyspace '\(keyspace)' is not user-modifiable")
        }
        let isTooLong = keyspace.utf16.count > 48
        guard SchemaName.isWord(keyspace), !isTooLong else {
            if release < .v50 {
                throw .invalid(
                    "Keyspace name must not be empty, more than 48 characters long, or contain "
                        + "non-alphanumeric-underscore characters (got '\(keyspace)')")
            }
            if SchemaName.isWord(keyspace) {
                throw .invalid(
                    "Keyspace name must not be more than 48 characters long (got \(keyspace.utf16.count) characters "
                        + "for \"\(keyspace)\")")
            }
            throw .invalid(
                "Keyspace name must not be empty and must contain alphanumeric or underscore characters only "
                    + "(got \"\(keyspace)\")")
        }
    }
}

/// Names as the server writes and checks them.
enum SchemaName {
    /// Whether a name is letters, digits and underscores only, and not empty.
    static func isWord(_ name: String) -> Bool { !name.isEmpty && name.utf8.allSatisfy(isWordByte) }

    /// A name without all that is no letter, digit or underscore.
    static func stripped(_ name: String) -> String {
        String(decoding: name.utf8.filter(isWordByte), as: UTF8.self)
    }

    /// `keyspace.name`, each part quoted where it must be.
    static func quoted(_ keyspace: String, _ name: String) -> String {
        "\(CQLIdentifier.quoted(keyspace)).\(CQLIdentifier.quoted(name))"
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}
