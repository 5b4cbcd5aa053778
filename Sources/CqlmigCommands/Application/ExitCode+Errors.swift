import CQLClient
import CQLSyntax
import MigrationEngine
import MigrationScripts

/// Which error is which exit code. Every switch names every case, so that a new error cannot get a code by accident.
extension ExitCode {
    /// The exit code of a failure of the engine; nil when the operator interrupted it, and the signal decides.
    init?(_ error: MigrationError) {
        switch error.code {
        case .invalidScripts: self.init(error.problems)
        case .unsupportedScripts, .unknownVersion, .unknownScript, .unknownStatement, .usage: self = .usage
        case .cannotConnect, .authentication: self = .connection
        // A server that says no has a policy; one that does not know what to say is as good as away.
        case .clusterFailed: self = error.outcome == .rejected ? .refused : .connection
        case .lockHeld, .lockLost: self = .lock
        case .statementFailed, .outcomeUnknown, .statementLost, .schemaConflict, .logFailed: self = .migrationFailed
        case .noSchemaAgreement: self = .noAgreement
        case .notInitialised: self = .notInitialised
        case .keyspaceMissing, .clockBehind, .nodeDown, .mixedRelease, .unsupportedPlatform, .changed, .missing,
            .outOfOrder, .halfAppliedChanged, .halfRolledBack, .cannotRollBack, .planChanged, .cannotBaseline,
            .ownTables, .replicationChanged, .unsupportedSchema, .declined:
            self = .refused
        case .local: self = .local
        case .interrupted: return nil
        }
    }

    /// The exit code of what is wrong with scripts: a file that is no migration is the project's fault, one that
    /// cannot be read is this machine's, and then it is not known what else is wrong.
    init(_ problems: [ScriptProblem]) {
        let isLocal = problems.contains { Self.localCodes.contains($0.code) && $0.severity == .error }
        self = isLocal ? .local : .usage
    }

    private static let localCodes: Set<Diagnostic.Code> = [.unreadableFile, .unreadableFolder, .digest]

    /// The exit code of a new script that was not made.
    init(_ error: NewScriptError) {
        switch error.reason {
        case .emptyDescription, .leadingNumber, .badVersion, .versionExists, .descriptionExists, .mixedStyles,
            .noNextVersion:
            self = .usage
        case .clock, .notWritten: self = .local
        }
    }
}
