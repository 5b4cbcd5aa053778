import CQLSyntax
import CQLWire
import FoundationEssentials
import SchemaModel

/// The changes of the schema in their order, and which of them each node knows.
///
/// A node's schema is what the changes that it knows make of an empty one, in their order; so nodes that know the same
/// changes have the same schema and the same version of it, by whichever way they heard of them.
struct SchemaHistory: Sendable {
    /// A change as its coordinator made it.
    struct Change: Sendable {
        let tree: StatementTree
        /// What it was executed with: it makes the same of it at every node, ids included.
        let context: SchemaContext
        /// What clients are told of.
        let effect: CQLWire.SchemaChange

        /// The keyspace in which it happened.
        var keyspace: String? {
            switch effect.target {
            case .keyspace(let name), .table(let name, _), .type(let name, _), .function(let name, _, _),
                .aggregate(let name, _, _):
                name
            case .unknown: nil
            }
        }
    }

    private struct Knowledge: Sendable {
        var catalogue = Catalogue()
        /// When each keyspace was changed last, by the clock of whoever did.
        var times: [String: Int64] = [:]
        /// The changes up to this one are known without a gap.
        var upTo = 0
        /// Those beyond it that are known, too.
        var extra: Set<Int> = []

        func knows(_ change: Int) -> Bool { change <= upTo || extra.contains(change) }
    }

    private let release: CassandraRelease
    private var changes: [Change] = []
    /// What the first n changes make, for those n that a node knew without a gap.
    private var complete: [Int: Catalogue] = [0: Catalogue()]
    private var nodes: [Knowledge]

    init(nodes: Int, release: CassandraRelease) {
        self.release = release
        self.nodes = Array(repeating: Knowledge(), count: nodes)
    }

    /// The schema as a node sees it.
    func catalogue(of node: Int) -> Catalogue { nodes[node - 1].catalogue }

    /// When each keyspace was changed last as far as a node knows: every change of a keyspace writes its row anew.
    func times(of node: Int) -> [String: Int64] { nodes[node - 1].times }

    /// Every node's schema.
    var catalogues: [Catalogue] { nodes.map(\.catalogue) }

    /// The version of a node's schema: before 6.0 a digest, from then on the number of the epoch.
    func version(of node: Int) -> UUID {
        let knowledge = nodes[node - 1]
        if release >= .v60 {
            let epoch = UInt64(knowledge.upTo) + UInt64(knowledge.extra.count) + 1
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: epoch >> UInt64(56 - 8 * $0)) }
            return UUID(
                uuid: (
                    0, 0, 0, 0, 0, 0, 0, 0, bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6],
                    bytes[7]
                ))
        }
        var digest = StableDigest(of: "schema \(release.rawValue)")
        digest.combine(knowledge.upTo)
        for change in knowledge.extra.sorted() { digest.combine(change) }
        return Identity.uuid(digest, version: 3)
    }

    /// Notes a change that a node made to its schema, and gives its number.
    mutating func record(_ change: Change, making catalogue: Catalogue, at node: Int) -> Int {
        changes.append(change)
        let number = changes.count
        nodes[node - 1].catalogue = catalogue
        note(number, at: node)
        if nodes[node - 1].upTo == number { complete[number] = catalogue }
        return number
    }

    /// A node learns of a change.
    ///
    /// - Returns: What its clients are told of; nil where it knew it.
    mutating func learn(_ change: Int, at node: Int) -> CQLWire.SchemaChange? {
        guard changes.indices.contains(change - 1), !nodes[node - 1].knows(change) else { return nil }
        note(change, at: node)
        let knowledge = nodes[node - 1]
        var catalogue = completed(knowledge.upTo)
        for number in knowledge.extra.sorted() { apply(number, to: &catalogue) }
        nodes[node - 1].catalogue = catalogue
        return changes[change - 1].effect
    }

    /// The changes that a node does not know.
    func unknown(to node: Int) -> [Int] {
        (1...max(1, changes.count)).filter { $0 <= changes.count && !nodes[node - 1].knows($0) }
    }

    private mutating func note(_ change: Int, at node: Int) {
        if let keyspace = changes[change - 1].keyspace {
            let time = changes[change - 1].context.now
            nodes[node - 1].times[keyspace] = max(nodes[node - 1].times[keyspace] ?? time, time)
        }
        nodes[node - 1].extra.insert(change)
        while nodes[node - 1].extra.remove(nodes[node - 1].upTo + 1) != nil { nodes[node - 1].upTo += 1 }
    }

    private func apply(_ number: Int, to catalogue: inout Catalogue) {
        let change = changes[number - 1]
        // What one coordinator could do, another that knows of more may not: there it has no effect.
        _ = try? catalogue.apply(change.tree, in: change.context)
    }

    private mutating func completed(_ count: Int) -> Catalogue {
        if let known = complete[count] { return known }
        // The latest one before it that is known; the empty one always is.
        var number = complete.keys.filter { $0 < count }.max() ?? 0
        var catalogue = complete[number] ?? Catalogue()
        while number < count {
            number += 1
            apply(number, to: &catalogue)
        }
        complete[count] = catalogue
        return catalogue
    }

    /// Forgets what the first changes make, below what every node knows.
    mutating func trim() {
        let needed = nodes.map(\.upTo).min() ?? 0
        let base = complete.keys.filter { $0 <= needed }.max() ?? 0
        complete = complete.filter { $0.key >= base }
    }
}
