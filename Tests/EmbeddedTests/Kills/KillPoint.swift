import CQLNode
import CQLSyntax
import CQLWire
import Faults

/// A moment at which the binary is killed: at a request to the nodes, which has been done or has not.
struct KillPoint: Sendable, CustomStringConvertible {
    let fault: Fault
    let description: String

    /// The n-th write to the log.
    static func append(_ number: Int, isDone: Bool) -> KillPoint {
        let condition = FaultCondition.all([
            .object(ObjectName(keyspace: nil, name: "cqlmig_log")), .kind(.conditionalModification),
            .not(.opcode(.prepare)),
        ])
        return KillPoint(
            fault: Fault(isDone ? .loseReply : .drop, when: condition, skipping: number - 1, times: 1),
            description: "\(isDone ? "behind" : "before") append \(number)")
    }

    /// A statement of the scripts.
    static func statement(_ statement: Scenario.Statement, isDone: Bool) -> KillPoint {
        KillPoint(
            fault: Fault(isDone ? .loseReply : .drop, when: .text(statement.cql), times: 1),
            description: "\(isDone ? "behind" : "before") \(statement)")
    }
}
