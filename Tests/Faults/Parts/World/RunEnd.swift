import CQLClient
public import MigrationEngine

/// How a run ended.
public enum RunEnd: Sendable {
    /// It came to the scripts.
    case report(RunReport)
    /// It did not.
    case refused(MigrationError)
    /// Its process was killed.
    case killed

    /// Whether it says that everything is done.
    public var isSuccess: Bool {
        if case .report(let report) = self { report.failure == nil } else { false }
    }

    /// Why it stopped.
    public var failure: MigrationError? {
        switch self {
        case .report(let report): report.failure
        case .refused(let error): error
        case .killed: nil
        }
    }

    /// Whether it asks what became of a statement.
    var asks: Bool {
        guard let failure else { return false }
        return failure.outcome == .unknown || failure.findings.contains { $0.kind == .unknown }
    }
}

extension RunEnd: CustomStringConvertible {
    /// In a few words.
    public var description: String {
        switch self {
        case .killed: "killed"
        default: failure.map { "\($0)" } ?? "success"
        }
    }
}
