import CQLSyntax

extension ComparisonOperator {
    /// Whether two values are as the operator wants them.
    ///
    /// - Parameter order: how they compare, as ``ValueOrder`` says: below, at or above 0.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
}
