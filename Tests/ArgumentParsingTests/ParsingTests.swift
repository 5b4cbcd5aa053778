import ArgumentParsing
import Testing

@Suite struct ParsingTests {
    @Test(
        "an option with a value can be written in four ways, before and behind the command",
        arguments: [
            ["--config", "a.yml", "migrate"], ["--config=a.yml", "migrate"], ["-c", "a.yml", "migrate"],
            ["-ca.yml", "migrate"], ["-c=a.yml", "migrate"], ["migrate", "--config", "a.yml"],
            ["migrate", "--config=a.yml"], ["migrate", "-c", "a.yml"], ["migrate", "-ca.yml"],
        ]
    )
    func spellings(_ arguments: [String]) throws {
        let line = try #require(try Fixture.run(arguments))
        #expect(line.command.name == "migrate")
        #expect(line.string("config") == "a.yml")
        #expect(line.isGiven("config"))
        #expect(line.arguments.isEmpty)
    }

    @Test("an option that was not given is off, nil, empty and zero")
    func notGiven() throws {
        let line = try #require(try Fixture.run("migrate"))
        #expect(!line.flag("json"))
        #expect(!line.isGiven("config"))
        #expect(line.string("config") == nil)
        #expect(line.strings("keyspace").isEmpty)
        #expect(line.count("verbose") == 0)
        #expect(line.spelling(of: "config") == nil)
        #expect(line.string("no-such-option") == nil)
    }

    @Test(
        "a counted flag counts every letter and every occurrence",
        arguments: [
            (["migrate", "-v"], 1), (["migrate", "-vv"], 2), (["-v", "migrate", "-vv"], 3),
            (["--verbose", "migrate", "--verbose"], 2),
        ]
    )
    func counts(_ arguments: [String], _ count: Int) throws {
        #expect(try #require(try Fixture.run(arguments)).count("verbose") == count)
    }

    @Test("letters cluster, and the last one may take the rest or the next argument as its value")
    func clusters() throws {
        let line = try #require(try Fixture.run("migrate", "-qvk", "a,b", "-vkc"))
        #expect(line.flag("quiet"))
        #expect(line.count("verbose") == 2)
        #expect(line.strings("keyspace") == ["a", "b", "c"])
    }

    @Test("a list is split at commas, may be repeated, and loses the spaces around its items")
    func lists() throws {
        let line = try #require(try Fixture.run("-k", "a, b", "migrate", "--keyspace=c", "--allow", "changed,missing"))
        #expect(line.strings("keyspace") == ["a", "b", "c"])
        #expect(line.strings("allow") == ["changed", "missing"])
        #expect(line.spelling(of: "keyspace") == "-k")
    }

    @Test("a repeated option keeps the commas of its values")
    func repeated() throws {
        let line = try #require(try Fixture.run("lint", "--rule", "a,b", "--rule", "c"))
        #expect(line.strings("rule") == ["a,b", "c"])
    }

    @Test("two dashes end the options")
    func endOfOptions() throws {
        let line = try #require(try Fixture.run("lint", "--", "--json", "-h", "--"))
        #expect(line.arguments("PATH") == ["--json", "-h", "--"])
        #expect(!line.flag("json"))
    }

    @Test("a dash alone and a negative number are values; everything else with a dash needs the equals sign")
    func dashes() throws {
        #expect(try #require(try Fixture.run("migrate", "--target", "-")).string("target") == "-")
        #expect(try #require(try Fixture.run("rollback", "--steps", "-1")).string("steps") == "-1")
        #expect(try #require(try Fixture.run("migrate", "--target=--json")).string("target") == "--json")
        #expect(try #require(try Fixture.run("lint", "-")).arguments == ["-"])
    }

    @Test("an empty value is a value, and a value may hold an equals sign")
    func values() throws {
        #expect(try #require(try Fixture.run("migrate", "--target=")).string("target") == "")
        #expect(try #require(try Fixture.run("migrate", "--target", "")).string("target") == "")
        #expect(try #require(try Fixture.run("migrate", "--target=a=b")).string("target") == "a=b")
        #expect(try #require(try Fixture.run("-c=", "migrate")).string("config") == "")
        #expect(try #require(try Fixture.run("-c=a=b", "migrate")).string("config") == "a=b")
    }

    @Test("positional arguments get their names")
    func positionals() throws {
        let copy = try #require(try Fixture.run("copy", "a", "--json", "b"))
        #expect(copy.argument("FROM") == "a")
        #expect(copy.argument("TO") == "b")
        #expect(copy.flag("json"))
        #expect(try #require(try Fixture.run("copy", "a")).argument("TO") == nil)
        #expect(try #require(try Fixture.run("lint")).arguments("PATH").isEmpty)
        #expect(try #require(try Fixture.run("lint", "a", "b")).arguments("PATH") == ["a", "b"])
    }

    @Test("a command of two words may have options between them")
    func twoWords() throws {
        #expect(try #require(try Fixture.run("config", "show")).command.name == "config show")
        let line = try #require(try Fixture.run("-q", "config", "--json", "check"))
        #expect(line.command.name == "config check")
        #expect(line.flag("json"))
    }

    @Test("an option of a command may stand in front of it")
    func ownOptionFirst() throws {
        let line = try #require(try Fixture.run("--target", "7", "--dry-run", "migrate"))
        #expect(line.string("target") == "7")
        #expect(line.flag("dry-run"))
    }

    @Test(
        "help is asked for wherever it stands, and whatever else is wrong",
        arguments: [
            (["--help"], nil), (["-h"], nil), (["help"], nil), (["--bogus", "-h"], nil), (["config", "-h"], nil),
            (["migrate", "--help"], "migrate"), (["--help", "migrate"], "migrate"), (["help", "migrate"], "migrate"),
            (["-c", "a", "migrate", "-h"], "migrate"), (["migrate", "--bogus", "--target", "-h"], "migrate"),
            (["--keyspace", "--help", "migrate"], "migrate"), (["migrate", "-vh"], "migrate"),
            (["config", "show", "-h"], "config show"), (["help", "config", "show"], "config show"),
        ] as [([String], String?)]
    )
    func help(_ arguments: [String], _ command: String?) throws {
        #expect(try Fixture.program.parse(arguments) == .help(command.flatMap(Fixture.command)))
    }

    @Test("the version is asked for with --version, unless the command has an option of that name")
    func version() throws {
        #expect(try Fixture.program.parse(["--version"]) == .version)
        #expect(try Fixture.program.parse(["migrate", "--version"]) == .version)
        #expect(try #require(try Fixture.run("new", "x", "--version", "7")).string("version") == "7")
    }

    @Test("no command is no error of the parser", arguments: [[], ["--json"], ["-k", "a"], ["--"]])
    func nothing(_ arguments: [String]) throws {
        #expect(try Fixture.program.parse(arguments) == .nothing)
    }

    @Test("whatever is typed, the parser answers")
    func anything() {
        let words = [
            "-", "--", "---", "-=", "--=", "-k=", "--keyspace", "-vvq", "migrate", "config", "show", "help", "-1", "",
            "\u{0}", "é", "-é", "--é=ü", "--target", "-c", "new", "--list", "rollback", "-n", ",", "--allow=,",
        ]
        var state: UInt64 = 42
        for _ in 0..<20_000 {
            var arguments: [String] = []
            for _ in 0..<5 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                arguments.append(words[Int(state >> 33) % words.count])
            }
            do {
                _ = try Fixture.program.parse(arguments)
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }
}
