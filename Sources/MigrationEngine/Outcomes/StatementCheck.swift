import CQLClient
import LiveSchema
import SchemaModel

/// A statement whose effect is looked for in the schema.
struct StatementCheck: Sendable {
    /// Its number within the script.
    let number: Int
    let postcondition: Postcondition
    /// How much of it later statements have left.
    var remainder = Postcondition.Remainder.whole
    /// What was read before it was sent, where somebody looked.
    var before: [SystemRow]?

    /// The rows to read.
    var queries: [SchemaQuery] { remainder == .nothing ? [] : postcondition.queries }

    /// What rows say, which may be those of other statements as well.
    func verdict(of rows: [SystemRow]) -> SchemaVerdict {
        switch remainder {
        case .nothing: .landed
        case .existence: postcondition.existence(now: rows.filtered(by: queries))
        case .whole: postcondition.verdict(before: before, now: rows.filtered(by: queries))
        }
    }

    /// Notes of each what those behind it have left of it.
    ///
    /// - Parameter others: Gives what ran behind a statement and is not among the checks.
    static func consider(
        _ checks: [StatementCheck], others: (StatementCheck) -> [Postcondition] = { _ in [] }
    ) -> [StatementCheck] {
        var checks = checks
        for index in checks.indices {
            let followers = checks[(index + 1)...].map(\.postcondition) + others(checks[index])
            let remainders = followers.map { checks[index].postcondition.remainder(after: $0) }
            checks[index].remainder =
                remainders.contains(.nothing) ? .nothing : remainders.contains(.existence) ? .existence : .whole
        }
        return checks
    }
}

/// What all nodes together say of several statements.
struct StatementReading: Sendable {
    /// What every node says, by the statement's number; nil where they differ.
    private(set) var verdicts: [Int: SchemaVerdict] = [:]
    private(set) var sum: OutcomeInquiry.Reading

    init(_ checks: [StatementCheck], _ rows: [NodeID: Result<[SystemRow], LiveSchemaError>]) {
        var unread: String?
        var known: [[SystemRow]] = []
        for (_, answer) in rows.sorted(by: { $0.key < $1.key }) {
            do throws(LiveSchemaError) { known.append(try answer.get()) } catch { unread = unread ?? "\(error)" }
        }
        // Nothing to ask for is answered by everybody.
        if rows.isEmpty { known = [[]] }
        var differs: String?
        for check in checks {
            let said = Set(known.map { check.verdict(of: $0) })
            if said.count == 1, let verdict = said.first {
                verdicts[check.number] = verdict
            } else {
                differs = "the nodes show different things of statement \(check.number)"
            }
        }
        sum = Self.sum(Array(verdicts.sorted { $0.key < $1.key }.map(\.value)))
        if let reason = unread ?? differs { sum = .unclear(reason) }
    }

    /// Takes back that something had no effect: it may have, where nobody has looked.
    mutating func doubt(_ reason: String) {
        verdicts = verdicts.filter { $0.value == .landed }
        sum = .unclear(reason)
    }

    private static func sum(_ verdicts: [SchemaVerdict]) -> OutcomeInquiry.Reading {
        var missing: [String] = []
        var conflicts: [SchemaConflict] = []
        for verdict in verdicts {
            switch verdict {
            case .landed: break
            case .notLanded(let found): missing.append(found)
            case .conflicting(let all): conflicts += all
            case .undecidable(let reason): return .undecidable(reason)
            }
        }
        if !conflicts.isEmpty { return .conflicting(conflicts) }
        return missing.isEmpty ? .landed : .notLanded(missing.joined(separator: "; "))
    }
}
