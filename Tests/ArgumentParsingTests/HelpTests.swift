import ArgumentParsing
import Testing

@Suite struct HelpTests {
    @Test("the general help groups the commands, then lists options and exit codes")
    func general() {
        let expected = """
            tool: changes things

            Usage: tool COMMAND [OPTIONS]

            Set up
              init          makes what is missing
              new           makes a file

            Everyday
              migrate       applies what is pending

            Recover
              rollback      undoes

            Inspect
              lint          looks for mistakes
              copy          copies
              config show   shows the settings
              config check  checks the settings

            Connection
              -c, --config PATH              The configuration file (default: tool.yml)
              -k, --keyspace LIST            The keyspaces

            Output
                  --json                     Print JSON
                  --color auto|always|never  When to use colours (default: auto)
              -q, --quiet                    Say less
              -v, --verbose                  Say more

            Help
              -h, --help                     show this help
                  --version                  show the version

            Exit codes
              0  done
              2  usage

            Options work before and behind the command. 'tool COMMAND --help' explains a command.

            """
        #expect(Fixture.program.help(width: 100) == expected)
    }

    @Test("the help of a command begins with its examples and keeps to the width")
    func command() throws {
        let expected = """
            tool migrate: applies what is pending

            Examples
              tool migrate --dry-run
                  Shows what would run.
              tool migrate

            Usage: tool migrate [OPTIONS]

            Applies every file that was not applied.

            Asks nobody.

            Selection
                  --target V            The last version
                  --allow changed,missing,out-of-order
                                        Go on in spite of these
                                        findings
                  --dry-run             Show what would run

            Connection
              -c, --config PATH         The configuration file
                                        (default: tool.yml)
              -k, --keyspace LIST       The keyspaces

            Output
                  --json                Print JSON
                  --color auto|always|never
                                        When to use colours
                                        (default: auto)
              -q, --quiet               Say less
              -v, --verbose             Say more

            Help
              -h, --help                show this help
                  --version             show the version

            Exit codes
              4  somebody else holds the lock

            """
        #expect(Fixture.program.help(for: try #require(Fixture.command("migrate")), width: 56) == expected)
    }

    @Test("an option --version of the command takes the place of the built-in one")
    func ownVersion() throws {
        let help = Fixture.program.help(for: try #require(Fixture.command("new")))
        #expect(help.contains("--version V"))
        #expect(!help.contains("show the version"))
        #expect(help.contains("Usage: tool new DESCRIPTION [OPTIONS]\n\nArguments\n  DESCRIPTION  what it does\n"))
    }

    @Test("no line is wider than asked for, names and examples apart", arguments: [1, 40, 60, 80, 200])
    func width(_ width: Int) throws {
        for command in Fixture.program.commands {
            for line in Fixture.program.help(for: command, width: width).split(separator: "\n") {
                let isName = line.contains("--allow") || line.contains("--color")
                #expect(line.count <= max(width, 40) || isName, "\(line)")
            }
        }
    }

    @Test("usage lines tell optional and repeated arguments apart")
    func usage() throws {
        #expect(Fixture.program.usageLine(of: try #require(Fixture.command("lint"))) == "tool lint [PATH...] [OPTIONS]")
        #expect(Fixture.program.usageLine(of: try #require(Fixture.command("copy"))) == "tool copy FROM [TO] [OPTIONS]")
    }
}
