import CQLSyntax

/// Views, functions, aggregates and triggers, none of which the catalogue holds.
///
/// It answers as a server on which they are switched off, which is how releases from 4.0 on are delivered, and in which
/// there is none: the texts are those of 3.11.19, 4.1.10 and 5.0.9.
struct AbsentObjects {
    let context: SchemaContext

    func createView() throws(SchemaRefusal) -> SchemaEffect {
        throw .invalid("Materialized views are disabled. Enable in cassandra.yaml to use.")
    }

    func createFunction() throws(SchemaRefusal) -> SchemaEffect {
        let setting = context.release < .v41 ? "enable_user_defined_functions" : "user_defined_functions_enabled"
        throw .invalid(
            "User-defined functions are disabled in cassandra.yaml - set \(setting)=true to enable")
    }

    /// The state function takes a value of the state's type and the arguments.
    func create(_ statement: CreateAggregate) throws(SchemaRefusal) -> SchemaEffect {
        let keyspace = try context.keyspace(of: statement.name)
        let types = ([statement.stateType] + statement.argumentTypes).map(\.description).joined(separator: ", ")
        let function = "\(keyspace).\(statement.stateFunction.text)(\(types))"
        throw .invalid(
            context.release < .v40
                ? "State function \(function) does not exist or is not a scalar function"
                : "State function \(function) doesn't exist")
    }

    func createTrigger(_ className: String) throws(SchemaRefusal) -> SchemaEffect {
        if context.release < .v40 {
            throw SchemaRefusal(.configuration, "Trigger class '\(className)' doesn't exist")
        }
        let reason = className.split(separator: ".").joined(separator: "/")
        throw .invalid(
            "Trigger class '\(className)' couldn't be loaded"
                + (context.release < .v60 ? "" : " during validation. Reason : \(reason).")
        )
    }

    func alter(view name: QualifiedName, ifExists: Bool) throws(SchemaRefusal) -> SchemaEffect {
        guard !ifExists else { return .nothing }
        let keyspace = try context.keyspace(of: name)
        throw .invalid(
            context.release < .v40
                ? "unconfigured table \(name.name.text)"
                : "Materialized view '\(keyspace).\(name.name.text)' doesn't exist")
    }

    func drop(view statement: DropObject) throws(SchemaRefusal) -> SchemaEffect {
        guard !statement.ifExists else { return .nothing }
        let keyspace = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        guard context.release >= .v40 else {
            throw SchemaRefusal(
                .configuration, "Cannot drop non existing materialized view '\(name)' in keyspace '\(keyspace)'.")
        }
        throw .invalid("Materialized view '\(keyspace).\(name)' doesn't exist")
    }

    func drop(function statement: DropFunction) throws(SchemaRefusal) -> SchemaEffect {
        guard !statement.ifExists else { return .nothing }
        let keyspace = try context.keyspace(of: statement.name)
        let types = statement.argumentTypes.map { "(\($0.map(\.description).joined(separator: ", ")))" }
        let name = "\(keyspace).\(statement.name.name.text)"
        throw .invalid(
            context.release < .v40
                ? "Unconfigured function \(name)\(types ?? "()")" : "Function '\(name)\(types ?? "")' doesn't exist")
    }

    func drop(aggregate statement: DropFunction) throws(SchemaRefusal) -> SchemaEffect {
        guard !statement.ifExists else { return .nothing }
        let keyspace = try context.keyspace(of: statement.name)
        let types = statement.argumentTypes.map { "(\($0.map(\.description).joined(separator: ", ")))" } ?? ""
        let name = "'\(keyspace).\(statement.name.name.text)\(types)'"
        throw .invalid(
            context.release < .v40
                ? "Cannot drop non existing aggregate \(name)" : "Aggregate \(name) doesn't exist")
    }

    func drop(trigger statement: DropTrigger) throws(SchemaRefusal) -> SchemaEffect {
        guard !statement.ifExists else { return .nothing }
        let keyspace = try context.keyspace(of: statement.table)
        let name = statement.name.text
        throw .invalid(
            context.release < .v40
                ? "Trigger \(name) was not found"
                : "Trigger '\(name)' on '\(keyspace).\(statement.table.name.text)' doesn't exist")
    }

    /// `CREATE TABLE … LIKE` of 6.0, which is not supported here.
    func copy(_ statement: CopyTable) throws(SchemaRefusal) -> SchemaEffect {
        throw .invalid("CREATE TABLE LIKE is not supported by this node")
    }

    /// `COMMENT ON` and `SECURITY LABEL ON` of 6.0, which are not supported here.
    func annotate(_: Annotation) throws(SchemaRefusal) -> SchemaEffect {
        throw .invalid("COMMENT ON and SECURITY LABEL ON are not supported by this node")
    }
}
