extension LintRule {
    /// `clustering-order`
    static let clusteringOrder = LintRule(
        "clustering-order", .error,
        "CLUSTERING ORDER BY does not name the clustering columns in their order.",
        explanation: "The server refuses it.",
        recipe: "Name every clustering column in the order of the primary key.",
        check: .refusal { $0.remark(ifTextHas: "CLUSTERING ORDER", "Clustering", "clustering order") }
    )
}
