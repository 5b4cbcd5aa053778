import MigrationScripts
import Testing

@testable import CqlmigCommands

@Suite struct LintCommandTests {
    private static let files = [
        "cqlmig.yml": "keyspace: shop\n", "migrations/V1__a.cql": "TRUNCATE a;", "migrations/V2__b.cql": "USE b;",
    ]

    private static func run(_ files: [String: String], _ arguments: String...) async -> World.Ending {
        var world = World()
        world.project = MemoryProject(files)
        return await world.run(["lint"] + arguments)
    }

    @Test("a file is looked at with its folder, and only what is in it is shown")
    func oneFile() async {
        let ending = await Self.run(Self.files, "migrations/V2__b.cql", "--rule", "truncate,use-statement")
        #expect(ending.status == 1)
        #expect(ending.output.contains("error[use-statement]"))
        #expect(!ending.output.contains("truncate"))
        #expect(ending.output.hasSuffix("migrations/V2__b.cql, 1 file: 1 error\n"))
    }

    @Test("a file beside no configuration is looked at in its own folder")
    func loneFile() async {
        let ending = await Self.run(["V1__a.cql": "TRUNCATE a;"], "V1__a.cql", "--rule", "truncate")
        #expect(ending.output.hasSuffix("./V1__a.cql, 1 file: 1 error\n"))
    }

    @Test("what does not exist is exit code 2")
    func missing() async {
        let ending = await Self.run(Self.files, "nosuch")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[no-such-folder]: directory not found: nosuch\n"))
    }

    @Test("a warning fails with --strict only")
    func strict() async {
        let files = ["cqlmig.yml": "lint: {rules: {truncate: warning}}", "migrations/V1__a.cql": "TRUNCATE a;"]
        #expect(await Self.run(files, "--rule", "truncate").status == 0)
        #expect(await Self.run(files, "--rule", "truncate", "--strict").status == 1)
    }

    @Test("a rule that there is not is a mistake of the command line or of the configuration")
    func unknownRule() async {
        let flag = await Self.run(Self.files, "--rule", "trunkate")
        #expect(flag.status == 2)
        #expect(flag.errors.contains("there is no rule 'trunkate'; did you mean truncate?"))
        let file = await Self.run(["cqlmig.yml": "lint:\n  rules: {trunkate: off}\n"])
        #expect(file.status == 2)
        #expect(file.errors.contains("did you mean truncate?\n  --> cqlmig.yml:2:11\n"))
    }

    @Test("--json and another format exclude each other, and --explain and --fix")
    func exclusive() async {
        #expect(await Self.run(Self.files, "--json", "--format", "sarif").status == 2)
        #expect(await Self.run(Self.files, "--explain", "truncate", "--fix").status == 2)
    }

    @Test("annotations are escaped as the runner wants it")
    func github() async {
        let ending = await Self.run(
            ["cqlmig.yml": "", "migrations/V1__a,b:c.cql": "TRUNCATE \"50%\";"], "--format", "github", "--rule",
            "truncate")
        #expect(
            ending.output.hasPrefix(
                "::error file=migrations/V1__a%2Cb%3Ac.cql,line=1,endLine=1,col=1,endColumn=15,title=truncate::"))
        #expect(ending.output.contains("\"50%25\""))
    }

    @Test("what --fix wrote is looked at again")
    func fix() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "", "migrations/V1__a.cql": "DROP TABLE a"])
        let ending = await world.run("lint", "--fix", "--rule", "missing-final-semicolon,drop-no-if-exists")
        #expect(ending.status == 0)
        #expect(ending.output == "2 edits made\nmigrations, 1 file: no findings\n")
        #expect(
            ending.errors.hasPrefix("warning[checksum-changed]: 1 file has another checksum now: migrations/V1__a.cql"))
        #expect(world.project["migrations/V1__a.cql"] == "DROP TABLE IF EXISTS a;")
    }

    @Test("every rule is listed")
    func list() async {
        let ending = await Self.run([:], "--list")
        #expect(ending.status == 0)
        #expect(ending.output.contains("\ncolumn-drop "))
    }
}
