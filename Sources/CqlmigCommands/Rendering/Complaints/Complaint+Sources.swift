import ArgumentParsing
import CQLSyntax
import Configuration
import MigrationEngine
import MigrationScripts

/// The errors of the other parts as complaints.
extension Complaint {
    /// Something wrong with the command line.
    init(_ error: UsageError) {
        self.init(code: error.code.rawValue, error.message, hint: error.hint)
    }

    /// Something wrong with the configuration. Its line is not shown: it may hold a password.
    init(_ problem: ConfigurationProblem) {
        let position = problem.line.map { Position(line: $0, column: problem.column) }
        self.init(
            code: problem.code.rawValue, problem.message,
            place: problem.file.map { Place(file: $0, position: position) }, hint: problem.hint)
    }

    /// Something wrong with a script.
    init(_ problem: ScriptProblem, hint: String? = nil) {
        let place = problem.file.map { file in
            Place(
                file: file,
                position: problem.place.map { Position(line: $0.start.line, column: $0.start.column) },
                frame: problem.place.flatMap { place in place.line.map { Frame(text: $0, caret: place.caret) } })
        }
        self.init(
            problem.severity == .error ? .error : .warning, code: problem.code.rawValue, problem.message, place: place,
            notes: problem.notes.map(\.text), hint: problem.hint ?? hint)
    }

    /// A new script that was not made.
    init(_ error: NewScriptError) {
        self.init(code: error.code, error.description, hint: error.hint)
    }

    /// A file or folder that could not be used.
    init(_ error: FileSystemError, hint: String? = nil) {
        self.init(code: "file-system", error.description, place: Place(file: error.path), hint: hint)
    }

    /// A failure of the engine: one complaint, or one for each problem of its scripts or finding of a gate.
    static func all(_ error: MigrationError) -> [Complaint] {
        guard error.problems.isEmpty else { return error.problems.map { Complaint($0, hint: error.hint) } }
        guard error.findings.isEmpty else {
            return error.findings.map { finding in
                Complaint(code: error.code.rawValue, finding.message, notes: error.notes, hint: finding.hint)
            }
        }
        let place = error.place.map { place in
            Place(
                file: place.file, position: Position(line: place.start.line, column: place.start.column),
                frame: place.line.map { Frame(text: $0, caret: place.caret) })
        }
        return [
            Complaint(code: error.code.rawValue, error.message, place: place, notes: error.notes, hint: error.hint)
        ]
    }

    /// Something that does not fit the log, and was let pass or is only told.
    init(_ finding: Finding, in keyspace: String, _ severity: Severity = .warning) {
        self.init(
            severity, code: finding.kind.rawValue, finding.message, notes: ["keyspace \(keyspace)"],
            hint: finding.hint)
    }
}

extension ScriptProblem.Note {
    /// The remark, with its place where it has one.
    var text: String {
        let position = [file, location?.description].compactMap(\.self).joined(separator: ":")
        return position.isEmpty ? message : "\(message) (\(position))"
    }
}

extension NewScriptError {
    /// The reason in kebab-case, for programs.
    var code: String {
        switch reason {
        case .emptyDescription: "empty-description"
        case .leadingNumber: "leading-number"
        case .badVersion: "invalid-value"
        case .versionExists: "version-exists"
        case .descriptionExists: "description-exists"
        case .mixedStyles: "mixed-names"
        case .noNextVersion: "no-next-version"
        case .clock: "clock"
        case .notWritten: "file-system"
        }
    }
}
