import CQLSyntax

extension LintRule {
    /// `unsupported-on-target`
    static let unsupportedOnTarget = LintRule(
        "unsupported-on-target", .error,
        "The platform that was asked for does not have the statement.",
        explanation: """
            Managed services and servers that speak CQL leave parts of it out. What is found here stands in their \
            documentation; what differs from one of their releases to the next is not.
            """,
        recipe: "Do without it, or keep the statement in a folder of its own for the platforms that have it.",
        check: .statement { statement in
            guard let platform = statement.platform, let what = missing(statement.tree, on: platform) else {
                return []
            }
            return [Remark(statement.range, "\(platform.title) has no \(what).")]
        }
    )

    private static func missing(_ tree: StatementTree, on platform: LintPlatform) -> String? {
        switch platform {
        case .keyspaces: return missingOnKeyspaces(tree)
        case .astra: return missingOnAstra(tree)
        case .scylla:
            switch tree {
            case .createTrigger, .dropTrigger: return "triggers"
            case .createIndex(let create) where create.using?.text.hasSuffix("SASIIndex") == true:
                return "SASI indexes"
            default: return nil
            }
        case .cassandra311, .cassandra41, .cassandra50, .cassandra60, .dse: return nil
        }
    }

    private static func missingOnKeyspaces(_ tree: StatementTree) -> String? {
        switch tree {
        case .createIndex, .dropIndex: "secondary indexes"
        case .createView, .alterView, .dropView: "materialized views"
        case .createFunction, .dropFunction: "user-defined functions"
        case .createAggregate, .dropAggregate: "user-defined aggregates"
        case .createTrigger, .dropTrigger: "triggers"
        case .truncate: "TRUNCATE"
        case .alterType: "ALTER TYPE"
        case .createRole, .alterRole, .dropRole, .createUser, .alterUser, .dropUser, .grantPermissions,
            .revokePermissions, .grantRole, .revokeRole:
            "roles: rights are those of IAM"
        default: nil
        }
    }

    private static func missingOnAstra(_ tree: StatementTree) -> String? {
        switch tree {
        case .createKeyspace, .alterKeyspace, .dropKeyspace:
            "statements for keyspaces: its portal and its API make them"
        case .createView, .alterView, .dropView: "materialized views"
        case .createFunction, .dropFunction: "user-defined functions"
        case .createAggregate, .dropAggregate: "user-defined aggregates"
        case .createTrigger, .dropTrigger: "triggers"
        default: nil
        }
    }
}
