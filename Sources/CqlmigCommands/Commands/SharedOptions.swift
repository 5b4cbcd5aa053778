import ArgumentParsing
import MigrationEngine

/// Options that more than one command takes.
enum SharedOptions {
    static let section = "Options"

    static let dryRun = OptionDefinition.flag("dry-run", section: section, "Print what would be run, and do nothing")

    static let yes = OptionDefinition.flag("yes", section: section, "Do it without asking")

    static let timings = OptionDefinition.flag("timings", section: section, "Tell where the time went")

    static func allow(_ allowances: [Allowance], _ help: String) -> OptionDefinition {
        .list("allow", of: allowances.map(\.rawValue), section: section, help)
    }
}
