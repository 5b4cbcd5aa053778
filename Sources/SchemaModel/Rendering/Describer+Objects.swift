import CQLSyntax

/// Views, functions and aggregates.
extension Describer {
    /// `CREATE MATERIALIZED VIEW …;`
    public func text(_ view: MaterializedView) -> String {
        ViewDescription(view: view, release: release, withInternals: withInternals).text
    }

    /// `CREATE FUNCTION …;`
    ///
    /// The body stands between `$$`, as the server writes it; one that ends with a `$` cannot be read back from there.
    public func text(_ function: UserFunction) -> String { FunctionDescription(release: release).text(function) }

    /// `CREATE AGGREGATE …;`
    public func text(_ aggregate: UserAggregate) -> String { FunctionDescription(release: release).text(aggregate) }

    /// A view.
    public func element(_ view: MaterializedView) -> Element {
        Element(keyspace: view.table.keyspace, kind: .view, name: view.name, statement: text(view))
    }

    /// The functions of a keyspace in the server's order, those of one name if that is given.
    public func functions(of keyspace: Keyspace, named name: String? = nil) -> [Element] {
        let description = FunctionDescription(release: release)
        let functions = keyspace.functions.values.filter { name == nil || $0.name == name }
        return functions.map { function in
            Element(
                keyspace: keyspace.name, kind: .function, name: function.name,
                arguments: function.arguments.map { description.text($0.type) }, statement: text(function))
        }.sorted(by: Self.isBefore)
    }

    /// The aggregates of a keyspace in the server's order, those of one name if that is given.
    public func aggregates(of keyspace: Keyspace, named name: String? = nil) -> [Element] {
        let description = FunctionDescription(release: release)
        let aggregates = keyspace.aggregates.values.filter { name == nil || $0.name == name }
        return aggregates.map { aggregate in
            Element(
                keyspace: keyspace.name, kind: .aggregate, name: aggregate.name,
                arguments: aggregate.argumentTypes.map(description.text), statement: text(aggregate))
        }.sorted(by: Self.isBefore)
    }

    private static func isBefore(_ left: Element, _ right: Element) -> Bool {
        if left.name != right.name { return isBefore(left.name, right.name) }
        return isBefore(left.shownName, right.shownName)
    }
}
