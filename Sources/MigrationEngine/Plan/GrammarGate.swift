import CQLClient
import CQLSyntax
import LiveSchema
import MigrationScripts

/// Refuses a plan with a statement that the grammar of the coordinator's release does not read: the server would refuse
/// it only when its turn comes, and everything in front of it would have been done by then.
///
/// What is only compatible with Cassandra has a grammar of its own, and reads its statements itself.
struct GrammarGate {
    private let release: CassandraRelease?

    init(_ platform: Platform) {
        switch platform {
        case .cassandra(let version): release = CassandraRelease(version)
        case .dse, .astra, .scylla, .keyspaces: release = nil
        }
    }

    func check(_ plan: KeyspacePlan) throws(MigrationError) {
        guard let release else { return }
        var problems: [ScriptProblem] = []
        for planned in plan.scripts {
            for step in planned.remaining {
                do throws(SyntaxError) { _ = try step.statement.tree(for: release) } catch {
                    problems.append(ScriptProblem(error.diagnostic, in: step.statement.source))
                }
            }
        }
        guard problems.isEmpty else {
            throw MigrationError(
                .invalidScripts,
                problems.count == 1
                    ? "a statement is not CQL of Cassandra \(release.rawValue)"
                    : "\(problems.count) statements are not CQL of Cassandra \(release.rawValue)",
                hint: "correct the files; nothing was sent to the cluster", problems: problems)
        }
    }
}
