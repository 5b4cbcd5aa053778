import CQLClient
import Testing

@testable import MigrationEngine

@Suite struct PlanGateTests {
    private func plan(_ kinds: Finding.Kind...) -> KeyspacePlan {
        KeyspacePlan(
            keyspace: "app", scripts: [],
            findings: kinds.enumerated().map { index, kind in
                Finding(kind, script: "V\(index).cql", version: "\(index)", "message \(index)", hint: "hint \(index)")
            }, skipped: 0)
    }

    private func refusal(_ plan: KeyspacePlan, _ allowed: Set<Allowance> = []) -> MigrationError? {
        do throws(MigrationError) {
            try PlanGate(allowed: allowed).check(plan)
            return nil
        } catch {
            return error
        }
    }

    struct Vector: CustomTestStringConvertible, Sendable {
        let kind: Finding.Kind
        let code: MigrationError.Code?
        var allowance: Allowance?
        var testDescription: String { kind.rawValue }

        static let all = [
            Vector(kind: .changed, code: .changed, allowance: .changed),
            Vector(kind: .missing, code: .missing, allowance: .missing),
            Vector(kind: .outOfOrder, code: .outOfOrder, allowance: .outOfOrder),
            Vector(kind: .failed, code: nil), Vector(kind: .renamed, code: nil),
            Vector(kind: .unknown, code: .outcomeUnknown),
            Vector(kind: .halfAppliedChanged, code: .halfAppliedChanged),
            Vector(kind: .halfRolledBack, code: .halfRolledBack),
        ]
    }

    @Test("each kind of finding is refused or not, and some can be let pass", arguments: Vector.all)
    func kinds(vector: Vector) throws {
        let plan = plan(vector.kind)
        let refusal = refusal(plan)
        #expect(refusal?.code == vector.code)
        #expect(refusal?.outcome == (vector.kind == .unknown ? .unknown : nil))
        if vector.code != nil {
            #expect(refusal?.message == "message 0")
            #expect(refusal?.hint == "hint 0")
            #expect(refusal?.notes == ["keyspace app"])
        }
        // What the operator lets pass passes; everything that he could let pass does not move the others.
        #expect(self.refusal(plan, Set(Allowance.allCases))?.code == (vector.allowance == nil ? vector.code : nil))
        if let allowance = vector.allowance {
            #expect(self.refusal(plan, [allowance]) == nil)
            #expect(self.refusal(plan, Set(Allowance.allCases).subtracting([allowance]))?.code == vector.code)
        }
    }

    @Test("every kind of finding has been thought of")
    func complete() {
        #expect(Set(Vector.all.map(\.kind)) == Set(Finding.Kind.allCases))
    }

    @Test("the gravest kind is told first, with all findings of that kind")
    func gravest() {
        let plan = plan(.outOfOrder, .missing, .changed, .missing, .halfRolledBack, .unknown)
        #expect(refusal(plan)?.code == .outcomeUnknown)
        let others = self.plan(.outOfOrder, .missing, .changed, .missing)
        #expect(refusal(others)?.code == .changed)
        let missing = refusal(others, [.changed])
        #expect(missing?.code == .missing)
        #expect(missing?.message == "2 findings: message 1; message 3")
        #expect(missing?.hint == "hint 1")
        #expect(refusal(others, [.changed, .missing])?.code == .outOfOrder)
        #expect(refusal(others, [.changed, .missing, .outOfOrder]) == nil)
    }

    @Test("without findings everything passes")
    func clean() {
        #expect(refusal(plan()) == nil)
    }
}
