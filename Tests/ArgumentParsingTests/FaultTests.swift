import ArgumentParsing
import Testing

@Suite struct FaultTests {
    @Test("a table without mistakes has no faults")
    func none() {
        #expect(Fixture.program.faults == [])
    }

    @Test("mistakes in a table are found")
    func all() {
        let definition = CommandLineDefinition(
            program: "tool",
            version: "1",
            summary: "",
            globalOptions: [.flag("quiet", short: "q", section: "", ""), .flag("force", section: "", "")],
            commands: [
                CommandDefinition("show", group: "", summary: ""),
                CommandDefinition("show", group: "", summary: ""),
                CommandDefinition("show all", group: "", summary: ""),
                CommandDefinition(
                    "run",
                    group: "",
                    summary: "",
                    positionals: [
                        PositionalDefinition("A", "", isOptional: true, isRepeated: true),
                        PositionalDefinition("B", ""),
                    ],
                    options: [
                        .value("a", short: "q", "", section: "", ""), .flag("b", section: "", ""),
                        .flag("b", short: "h", section: "", ""),
                        .flag("force", section: "", "takes the global one's place"),
                    ],
                    exclusiveOptions: [["b", "c"]]
                ),
            ]
        )
        #expect(
            definition.faults == [
                "two commands are called show",
                "show is a command and also the beginning of one",
                "show is a command and also the beginning of one",
                "run has the option --b twice",
                "run has the letter -q twice",
                "run has an option for help",
                "run does not say what follows --a",
                "run excludes --c, which it does not have",
                "run has an argument behind one that takes all",
                "run has an argument that must be given behind one that need not",
            ]
        )
    }
}
