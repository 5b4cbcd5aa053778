import MigrationEngine

extension CommandResult {
    /// The end of a run: its first failure decides on the exit code, and every failure is told.
    init(run document: RunDocument, _ context: CommandContext) {
        self.init(document)
        let hasSeveral = document.report.keyspaces.count > 1
        for report in document.report.keyspaces {
            if let failure = report.failure {
                let told = context.failure(failure)
                if exit == .done { exit = told.exit }
                errors += told.complaints.map { hasSeveral ? $0.noting("keyspace \(report.keyspace)") : $0 }
            }
            for finding in report.findings where Self.isWarning(finding, besides: report.failure) {
                warnings.append(Complaint(finding, in: report.keyspace))
            }
        }
    }

    /// What was let pass; what stopped the run is its failure, and where a script is gone on with the plan says so.
    private static func isWarning(_ finding: Finding, besides failure: MigrationError?) -> Bool {
        switch finding.kind {
        case .changed, .missing, .outOfOrder, .renamed: failure?.code.rawValue != finding.kind.rawValue
        case .failed, .unknown, .halfAppliedChanged, .halfRolledBack: false
        }
    }
}

extension Complaint {
    /// The complaint with one more note, unless it has it.
    func noting(_ note: String) -> Complaint {
        guard !notes.contains(note) else { return self }
        return Complaint(severity, code: code, message, place: place, notes: notes + [note], hint: hint)
    }
}
