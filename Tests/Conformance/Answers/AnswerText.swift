import CQLWire

/// An answer of a node as the lines that stand in a file of cases.
///
/// The texts of syntax errors are left out: they are those of the server's parser generator.
struct AnswerText {
    private(set) var lines: [String] = []

    /// The lines of one answer, or of the pages of one.
    init(_ answers: [ResponseEnvelope]) {
        for (index, answer) in answers.enumerated() {
            if index > 0 { lines.append("next page") }
            add(answer)
        }
    }

    private mutating func add(_ answer: ResponseEnvelope) {
        switch answer.message {
        case .result(let result): add(result)
        case .error(let error) where error.code == .syntaxError: lines.append("error \(hex(error.code))")
        case .error(let error):
            let text = Self.withoutPlace(Self.withoutSignatures(error.message)).split(
                separator: "\n", omittingEmptySubsequences: false
            ).joined(separator: "\\n")
            lines.append("error \(hex(error.code)) \(text)")
            if error.details != .none { lines.append("  \(error.details)") }
        default: lines.append("\(answer.message)")
        }
        for warning in answer.warnings { lines.append("  warning: \(warning)") }
    }

    /// A server lists the signatures of a function in the order of a hash table, another one after each start.
    private static func withoutSignatures(_ message: String) -> String {
        let lead = "(known type signatures: "
        guard let range = message.firstRange(of: lead) else { return message }
        return message[..<range.upperBound] + "…)"
    }

    /// 6.0 ends some refusals of a batch with the place of the statement in the text, ` at [1:63]`.
    private static func withoutPlace(_ message: String) -> String {
        guard message.last == "]", let range = message.firstRange(of: ": at [") else { return message }
        return String(message[..<range.lowerBound])
    }

    private mutating func add(_ result: QueryResult) {
        switch result {
        case .void: lines.append("void")
        case .setKeyspace(let name): lines.append("set keyspace \(name)")
        case .schemaChange(let change): lines.append("schema \(change.change) \(text(of: change.target))")
        case .prepared(let prepared):
            lines.append("prepared, partition key at \(prepared.partitionKeyIndexes)")
            for marker in prepared.markers { lines.append("  marker \(describe(marker))") }
            for column in prepared.result.columns ?? [] { lines.append("  column \(describe(column))") }
        case .rows(let rows):
            lines.append("rows \(rows.columns.map { "\($0.name) \($0.type)" }.joined(separator: ", "))")
            for row in rows { lines.append("  \(row.columns.indices.map { cell(row, $0) }.joined(separator: ", "))") }
        }
    }

    private func describe(_ column: ColumnSpecification) -> String {
        "\(column.keyspace).\(column.table).\(column.name) \(column.type)"
    }

    private func cell(_ row: Row, _ column: Int) -> String {
        do {
            guard let value = try row.value(at: column) else { return "null" }
            // A line of an answer is a line of the file.
            return try value.literal().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
        } catch {
            let bytes = row.cells[column].map { Array($0) } ?? []
            return bytes.isEmpty ? "empty" : "0x\(bytes.map { hex($0) }.joined()) of \(row.columns[column].type)"
        }
    }

    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private func hex(_ code: ServerErrorCode) -> String {
        let digits = String(code.rawValue, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func text(of target: SchemaChange.Target) -> String {
        switch target {
        case .keyspace(let name): "KEYSPACE \(name)"
        case .table(let keyspace, let name): "TABLE \(keyspace).\(name)"
        case .type(let keyspace, let name): "TYPE \(keyspace).\(name)"
        case .function(let keyspace, let name, let types):
            "FUNCTION \(keyspace).\(name)(\(types.joined(separator: ", ")))"
        case .aggregate(let keyspace, let name, let types):
            "AGGREGATE \(keyspace).\(name)(\(types.joined(separator: ", ")))"
        case .unknown(let kind, _): kind
        }
    }
}
