/// The faults of a cluster, with what each has seen so far.
struct FaultBoard: Sendable {
    private struct Entry: Sendable {
        let fault: Fault
        var met = 0
        var happened = 0
    }

    private var entries: [Entry] = []

    init(_ faults: [Fault] = []) { entries = faults.map { Entry(fault: $0) } }

    var isEmpty: Bool { entries.isEmpty }

    /// How often any of them has happened.
    var happened: Int { entries.reduce(0) { $0 + $1.happened } }

    /// Adds a fault behind the others.
    mutating func add(_ fault: Fault) { entries.append(Entry(fault: fault)) }

    /// Takes all faults away.
    mutating func clear() { entries = [] }

    /// What happens to a request: the reaction of the first fault that is due. Every fault whose condition holds counts
    /// the request, whichever of them happens.
    mutating func reaction(to subject: FaultSubject) -> FaultReaction? {
        var reaction: FaultReaction?
        for index in entries.indices where entries[index].fault.condition.holds(for: subject) {
            let fault = entries[index].fault
            entries[index].met += 1
            guard reaction == nil, entries[index].met > fault.skipping else { continue }
            guard fault.times.map({ entries[index].happened < $0 }) ?? true else { continue }
            entries[index].happened += 1
            reaction = fault.reaction
        }
        return reaction
    }
}
