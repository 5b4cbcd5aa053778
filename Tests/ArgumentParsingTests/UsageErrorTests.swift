import ArgumentParsing
import Testing

@Suite struct UsageErrorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var code: UsageError.Code
        var message: String
        var hint: String?

        init(_ line: String, _ code: UsageError.Code, _ message: String, hint: String? = nil) {
            arguments = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
            self.code = code
            self.message = message
            self.hint = hint
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let listing = "tool --help lists the commands"
    static let vectors = [
        Vector("migrat", .unknownCommand, "unknown command 'migrat'; did you mean 'migrate'?", hint: listing),
        Vector("imgrate", .unknownCommand, "unknown command 'imgrate'; did you mean 'migrate'?", hint: listing),
        Vector("deploy", .unknownCommand, "unknown command 'deploy'", hint: listing),
        Vector(
            "config shwo", .unknownCommand, "unknown command 'config shwo'; did you mean 'config show'?", hint: listing),
        Vector(
            "config", .unknownCommand, "'config' is only the beginning of a command: 'config show', 'config check'",
            hint: listing
        ),
        Vector("migrat --help", .unknownCommand, "unknown command 'migrat'; did you mean 'migrate'?", hint: listing),
        Vector(
            "migrate --keyspce a", .unknownOption, "unknown option --keyspce; did you mean --keyspace?",
            hint: "tool migrate --help lists the options"
        ),
        Vector(
            "--keyspce a migrate", .unknownOption, "unknown option --keyspce; did you mean --keyspace?",
            hint: "tool --help lists the options"
        ),
        Vector("migrate --keyspce=a", .unknownOption, "unknown option --keyspce; did you mean --keyspace?", hint: nil),
        Vector("migrate -keyspace a", .unknownOption, "unknown option -keyspace; did you mean --keyspace?", hint: nil),
        Vector("migrate -target=3", .unknownOption, "unknown option -target; did you mean --target?", hint: nil),
        Vector("migrate --zzz", .unknownOption, "unknown option --zzz", hint: nil),
        Vector("migrate --hlp", .unknownOption, "unknown option --hlp; did you mean --help?", hint: nil),
        Vector("migrate -x", .unknownOption, "unknown option -x", hint: nil),
        Vector("migrate -vx", .unknownOption, "unknown option -x in -vx", hint: nil),
        Vector("migrate ---", .unknownOption, "unknown option ---", hint: nil),
        Vector(
            "migrate --steps 3", .optionOfAnotherCommand, "--steps belongs to rollback and means nothing to migrate",
            hint: "tool migrate --help lists the options"
        ),
        Vector(
            "--steps 3 migrate", .optionOfAnotherCommand, "--steps belongs to rollback and means nothing to migrate",
            hint: "tool migrate --help lists the options"
        ),
        Vector("migrate -n 3", .optionOfAnotherCommand, "--steps belongs to rollback and means nothing to migrate"),
        Vector(
            "init --list", .optionOfAnotherCommand, "--list belongs to rollback, lint and means nothing to init"
        ),
        Vector(
            "--list rollback", .optionBeforeCommand,
            "--list means different things to different commands and must stand behind the command"
        ),
        Vector("migrate --target", .missingValue, "--target needs a value: --target V"),
        Vector(
            "migrate --target --json", .missingValue, "--target needs a value: --target V",
            hint: "a value that begins with a dash is written --target=VALUE"
        ),
        Vector("migrate -c", .missingValue, "-c needs a value: -c PATH"),
        Vector("migrate --color --", .missingValue, "--color needs a value: --color auto|always|never"),
        Vector(
            "migrate --json=yes", .unexpectedValue, "--json takes no value", hint: "write --json alone, or leave it out"
        ),
        Vector("migrate -q=1", .unexpectedValue, "-q takes no value"),
        Vector("migrate --version=3", .unexpectedValue, "--version takes no value"),
        Vector("migrate -k a,,b", .emptyItem, "-k 'a,,b' has an empty item"),
        Vector("migrate --keyspace ''", .emptyItem, "--keyspace '' has an empty item"),
        Vector("-c a migrate -c a", .repeatedOption, "--config is given twice, and takes one value"),
        Vector("migrate --color sometimes", .invalidChoice, "--color must be auto, always or never, not 'sometimes'"),
        Vector(
            "migrate --color allways", .invalidChoice,
            "--color must be auto, always or never, not 'allways'; did you mean always?"
        ),
        Vector(
            "migrate --allow changed,mising", .invalidChoice,
            "--allow must be changed, missing or out-of-order, not 'mising'; did you mean missing?"
        ),
        Vector(
            "rollback -n 1 --to 3", .exclusiveOptions, "-n and --to exclude each other", hint: "give only one of them"
        ),
        Vector(
            "new", .missingArgument, "new needs DESCRIPTION: what it does",
            hint: "usage: tool new DESCRIPTION [OPTIONS]"),
        Vector(
            "migrate now", .unexpectedArgument, "unexpected argument 'now': migrate takes no arguments",
            hint: "usage: tool migrate [OPTIONS]"
        ),
        Vector(
            "new add users", .unexpectedArgument,
            "unexpected argument 'users': new takes one argument; a text with spaces needs quotes"
        ),
        Vector(
            "copy a b c", .unexpectedArgument, "unexpected argument 'c': copy takes 2 arguments at most",
            hint: "usage: tool copy FROM [TO] [OPTIONS]"
        ),
        Vector("migrate\u{1B}[31m", .unknownCommand, "unknown command 'migrate\\u{1b}[31m'"),
    ]

    @Test("every mistake has its code, its sentence and its way out", arguments: vectors)
    func errors(_ vector: Vector) throws {
        do {
            let request = try Fixture.program.parse(vector.arguments)
            Issue.record("understood as \(request)")
        } catch {
            #expect(error.code == vector.code)
            #expect(error.message == vector.message)
            if let hint = vector.hint { #expect(error.hint == hint) }
        }
    }

    @Test("every code that the parser can give has a vector")
    func everyCode() {
        let ofCommands: Set<UsageError.Code> = [.invalidValue]
        #expect(Set(Self.vectors.map(\.code)) == Set(UsageError.Code.allCases).subtracting(ofCommands))
    }

    @Test("codes are kebab-case")
    func codes() {
        for code in UsageError.Code.allCases {
            #expect(code.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
        }
    }
}
