import CQLNode
import CQLSyntax
import CQLWire
import SchemaModel

/// Executes statements one after another and writes their results as the recordings have them.
struct Replay {
    var database = Database()
    var catalogue = Catalogue()
    var keyspace: String?
    let release: CassandraRelease
    /// The clock, in microseconds since 1970: a second passes with each statement.
    var now: Int64 = 1_700_000_000_000_000

    init(release: CassandraRelease) {
        self.release = release
    }

    /// Executes a statement with the directives `@page N`, `@cl N` and `@prepare` in front of it.
    mutating func answer(_ text: String) -> [String] {
        var rest = text[...]
        var pageSize: Int?
        var consistency = Consistency.one
        var isPrepare = false
        while rest.hasPrefix("@") {
            let words = rest.split(separator: " ", maxSplits: 2)
            if words[0] == "@prepare" {
                isPrepare = true
                rest = rest.dropFirst("@prepare ".count)
                continue
            }
            if words[0] == "@page" { pageSize = Int(words[1]) }
            if words[0] == "@cl" { consistency = Consistency(rawValue: UInt16(words[1]) ?? 1) }
            rest = words[2]
        }
        let tree: StatementTree
        do {
            tree = try StatementTree(parsing: String(rest), for: release)
        } catch {
            return ["error 2000"]
        }
        var lines: [String] = []
        var pagingState: [UInt8]?
        repeat {
            now += 1_000_000
            let context = ExecutionContext(
                keyspace: keyspace,
                release: release,
                now: now,
                entropy: UInt64(bitPattern: now),
                consistency: consistency,
                pageSize: pageSize,
                pagingState: pagingState
            )
            do {
                if isPrepare { return prepared(try database.prepare(tree, catalogue: catalogue, context: context)) }
                let result = try database.execute(tree, catalogue: &catalogue, context: context)
                lines += result.warnings.map { "warning \($0)" }
                (lines, pagingState) = described(result.outcome, lines)
            } catch {
                let code = String(error.code.rawValue, radix: 16)
                let zeros = String(repeating: "0", count: 4 - code.utf8.count)
                return lines + [
                    "error \(zeros)\(code) \(error.message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n"))"
                ]
            }
        } while pagingState != nil
        return lines
    }

    private mutating func described(_ outcome: ExecutionResult.Outcome, _ before: [String]) -> ([String], [UInt8]?) {
        switch outcome {
        case .void: return (before + ["void"], nil)
        case .setKeyspace(let name):
            keyspace = name
            return (before + ["keyspace \(name)"], nil)
        case .schemaChange: return (before + ["schema"], nil)
        case .rows(let rows):
            var lines = before + ["rows \(Replay.columns(rows.columns))\(rows.pagingState == nil ? "" : " +")"]
            for row in rows.rows {
                let cells = row.map { cell in
                    cell.map { $0.isEmpty ? "\"\"" : Replay.hexadecimal($0) } ?? "null"
                }
                lines.append("= \(cells.joined(separator: " "))")
            }
            return (lines, rows.pagingState)
        }
    }

    private func prepared(_ shape: PreparedShape) -> [String] {
        let keys = shape.partitionKeyIndexes.map { "\($0)" }.joined(separator: ",")
        return [
            "markers \(Replay.columns(shape.markers)) ; key \(keys)",
            "result \(shape.resultColumns.map { Replay.columns($0) } ?? "none")",
        ]
    }

    private static func columns(_ columns: [ColumnSpecification]) -> String {
        columns.map { "\($0.name) \($0.type)" }.joined(separator: " | ")
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
