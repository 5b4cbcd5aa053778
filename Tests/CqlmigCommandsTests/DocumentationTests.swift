import ArgumentParsing
import CQLSyntax
import MigrationEngine
import MigrationScripts
import Testing

@testable import CqlmigCommands

/// `Docs/commands.md` and the code say the same.
@Suite struct DocumentationTests {
    private static let package = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

    private static func text() throws -> String { try TextFiles.read("\(package)/Docs/commands.md") }

    /// The codes in the first column of the table below a heading.
    private static func codes(below heading: String) throws -> [String] {
        let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
        let section = lines.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
        return section.filter { $0.hasPrefix("| `") }.flatMap { line in
            let cell = line.split(separator: "|").first ?? ""
            return cell.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }

    @Test("every failure of the engine is documented with its exit code, and no other")
    func engine() throws {
        #expect(
            Set(try Self.codes(below: "### The cluster and the log"))
                == Set(MigrationError.Code.allCases.map(\.rawValue)))
        let text = try Self.text()
        for (code, exit) in ExitCodeTests.engine where code != .clusterFailed && code != .interrupted {
            #expect(text.contains("| `\(code.rawValue)` | \(exit) |"))
        }
    }

    @Test("every error of the command line is documented, and no other")
    func usage() throws {
        let own = ["missing-command", "unsupported-command", "unsupported-option", "needs-confirmation"]
        #expect(
            Set(try Self.codes(below: "### The command line"))
                == Set(UsageError.Code.allCases.map(\.rawValue) + own))
    }

    @Test("every problem of a file is documented")
    func files() throws {
        let documented = Set(try Self.codes(below: "### Files"))
        for code in Diagnostic.Code.ofScripts { #expect(documented.contains(code.rawValue)) }
        for code in ["encoding", "down-marker", "bug", "output-failed", "file-system", "version-exists"] {
            #expect(documented.contains(code))
        }
    }

    @Test("every kind of finding is named")
    func findings() throws {
        let text = try Self.text()
        for kind in Finding.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
    }

    @Test("every check of doctor is documented, in their order")
    func checks() throws {
        #expect(try Self.codes(below: "## doctor") == DoctorFinding.Check.allCases.map(\.rawValue))
    }

    @Test("every command is in the table, in the order of the help, and its exit codes are those of the program")
    func commands() throws {
        let names = try Self.codes(below: "# Commands")
        for command in CommandTable.definition.commands {
            #expect(names.contains { $0 == command.name || $0.hasPrefix("\(command.name) ") })
            for exit in command.exitCodes {
                #expect(CommandTable.definition.exitCodes.contains { $0.code == exit.code })
            }
        }
    }
}
