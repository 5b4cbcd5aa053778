public import CQLSyntax

/// The statements that turn one keyspace into another, in an order that the server accepts, and what no statement does.
///
/// Every statement was read again and applied to the model before it is in the plan: what the server's rules refuse is
/// in it as impossible, with the server's words. What is in the way of one part does not hold the others up.
public struct SchemaPlan: Hashable, Sendable {
    /// The steps in order; those that are impossible stand where their statements would.
    public let steps: [PlanStep]
    /// The first keyspace with every statement applied, under its own name.
    public let result: Keyspace

    /// What the statements are written for.
    public struct Options: Hashable, Sendable {
        /// The release whose rules hold.
        public var release: CassandraRelease
        /// Whether names of objects have their keyspace in front.
        public var qualifiesNames: Bool
        /// Whether the keyspace's own replication and settings are part of it.
        public var changesKeyspace: Bool

        /// Makes them.
        public init(release: CassandraRelease, qualifiesNames: Bool = true, changesKeyspace: Bool = true) {
            self.release = release
            self.qualifiesNames = qualifiesNames
            self.changesKeyspace = changesKeyspace
        }
    }

    /// Plans the way from a keyspace to what another one is like, whatever that one's name is.
    public init(from: Keyspace, to goal: Keyspace, _ options: Options) {
        var planner = SchemaPlanner(from: from, to: goal.renamed(to: from.name), options)
        planner.plan()
        steps = planner.steps
        result = planner.current
    }

    /// The steps that no statement does.
    public var impossible: [PlanStep] { steps.filter(\.isImpossible) }
}
