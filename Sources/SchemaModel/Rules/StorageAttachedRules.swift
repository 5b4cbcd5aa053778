import CQLSyntax

/// What a storage-attached index can be (5.0 and later, `StorageAttachedIndex.validateOptions`).
struct StorageAttachedRules {
    private static let analysis = ["case_sensitive", "normalize", "ascii"]
    private static let vector = [
        "maximum_node_connections", "construction_beam_width", "similarity_function", "optimize_for",
    ]

    let context: SchemaContext
    let keyspace: Keyspace
    let table: Table

    func validate(_ index: Index) throws(SchemaRefusal) -> [String] {
        let known = Set(Self.analysis + Self.vector)
        let unknown = JavaHashOrder.sorted(index.options.keys.filter { !known.contains($0) }.sorted())
        guard unknown.isEmpty else {
            throw .configuration(
                "Properties specified [\(unknown.joined(separator: ", "))] are not understood by StorageAttachedIndex")
        }
        guard index.columns.count < 2 else {
            throw .invalid("A storage-attached index cannot be created over multiple columns: \(index.target)")
        }
        guard let name = index.columns.first, let column = table.column(name) else {
            throw .invalid("Failed to retrieve target column for: \(index.target)")
        }
        let alike = table.indexes.values.filter { other in
            other.target == index.target && other.kind == .custom
                && IndexAttributes.fullClassName(other.className ?? "", in: context.release)
                    == IndexAttributes.storageAttached
        }
        guard alike.count < 2 else {
            throw .invalid("Cannot create more than one storage-attached index on the same column: \(name)")
        }
        try checkAnalysis(index, column)
        try checkVectorOptions(index, column)
        return try checkType(index, column)
    }

    private func checkAnalysis(_ index: Index, _ column: Column) throws(SchemaRefusal) {
        let options = index.options.filter { Self.analysis.contains($0.key) }
        guard !options.isEmpty else { return }
        if column.kind == .partitionKey || column.kind == .clustering {
            throw .invalid(
                "Analysis options are not supported on primary key columns, but found \(CQLText.map(options))")
        }
        let type = indexedType(index, column)
        guard type == .native(.text) || type == .native(.ascii) else {
            throw .invalid("CQL type \(type) cannot be analyzed.")
        }
        for name in Self.analysis {
            guard let value = options[name], value.lowercased() != "true", value.lowercased() != "false" else {
                continue
            }
            throw .invalid("Illegal value for boolean option '\(name)': \(value)")
        }
    }

    private func checkVectorOptions(_ index: Index, _ column: Column) throws(SchemaRefusal) {
        let options = index.options.filter { Self.vector.contains($0.key) }
        guard !options.isEmpty else { return }
        guard case .vector = column.type else {
            throw .invalid("CQL type \(indexedType(index, column)) cannot have vector options")
        }
        if options["maximum_node_connections"] != nil {
            throw .invalid(
                "Maximum node connections cannot be set without enabling SAI_VECTOR_ALLOW_CUSTOM_PARAMETERS")
        }
        if options["construction_beam_width"] != nil {
            throw .invalid(
                "Construction beam width cannot be set without enabling SAI_VECTOR_ALLOW_CUSTOM_PARAMETERS")
        }
        if let value = options["similarity_function"]?.uppercased(),
            !["EUCLIDEAN", "DOT_PRODUCT", "COSINE"].contains(value)
        {
            throw .invalid(
                "Similarity function \(value) was not recognized for index null. Valid values are: "
                    + "EUCLIDEAN, DOT_PRODUCT, COSINE")
        }
        if let value = options["optimize_for"]?.uppercased(), !["LATENCY", "RECALL"].contains(value) {
            throw .invalid(
                "optimize_for '\(value)' was not recognized for index null. Valid values are: LATENCY, RECALL")
        }
    }

    private func checkType(_ index: Index, _ column: Column) throws(SchemaRefusal) -> [String] {
        if case .vector(let element, let dimension) = column.type {
            guard element == .native(.float) else {
                throw .invalid("SAI ANN indexes are only allowed on vector columns with float elements")
            }
            if dimension == 1, (index.options["similarity_function"] ?? "cosine").lowercased() == "cosine" {
                throw .invalid("Cosine similarity is not supported for single-dimension vectors")
            }
            return [Self.vectorWarning]
        }
        if case .map(let key, let value, false) = column.type, index.target.hasPrefix("entries(") {
            for type in [key, value] { try checkTerm(type) }
        } else {
            try checkTerm(indexedType(index, column))
        }
        return []
    }

    private func checkTerm(_ type: DataType) throws(SchemaRefusal) {
        if case .native(let native) = type, [.blob, .counter, .duration, .empty].contains(native) {
            throw .invalid("Unsupported type: \(type)")
        }
        if case .custom = type { throw .invalid("Unsupported type: \(type)") }
    }

    /// The type of what the index holds: the elements of a collection that is not indexed as a whole.
    private func indexedType(_ index: Index, _ column: Column) -> DataType {
        switch column.type {
        case .list(let element, false), .set(let element, false): element
        case .map(let key, _, false) where index.target.hasPrefix("keys("): key
        case .map(_, let value, false) where index.target.hasPrefix("values("): value
        default: column.type
        }
    }

    private static let vectorWarning = """
        SAI ANN indexes on vector columns are experimental and are not recommended for production use.
        They don't yet support SELECT queries with:
         * Consistency level higher than ONE/LOCAL_ONE.
         * Paging.
         * No LIMIT clauses.
         * PER PARTITION LIMIT clauses.
         * GROUP BY clauses.
         * Aggregation functions.
         * Filters on columns without a SAI index.
        """
}
