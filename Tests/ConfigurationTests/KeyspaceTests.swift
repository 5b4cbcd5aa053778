import Configuration
import Testing

@Suite struct KeyspaceTests {
    private static let simple = ["class": "SimpleStrategy", "replication_factor": "1"]

    @Test("one keyspace is a name or a mapping, several are a list of both")
    func forms() throws {
        #expect(try Project("keyspace: MyApp\n").settings().keyspaces == [KeyspaceSetting(name: "MyApp")])
        #expect(try Project("keyspaces: a, b\n").settings().keyspaces.map(\.name) == ["a", "b"])
        #expect(try Project("keyspaces: []\n").settings().keyspaces.isEmpty)
        let yaml = """
            keyspaces:
              - a
              - name: b
                replication: {class: SimpleStrategy, replication_factor: 1}
                durable_writes: false
            """
        let settings = try Project(yaml).settings()
        #expect(
            settings.keyspaces == [
                KeyspaceSetting(name: "a"),
                KeyspaceSetting(name: "b", replication: Self.simple, durableWrites: false),
            ]
        )
        #expect(settings.origin(.keyspace)?.value == "a, b")
        #expect(settings.origin(.keyspace)?.source.description == "cqlmig.yml:1:1")
    }

    @Test("a profile changes parts of the keyspace of the base; replication is one value")
    func merging() throws {
        let yaml = """
            keyspace: {name: app, replication: {class: SimpleStrategy, replication_factor: 1}, durable_writes: false}
            profiles:
              name: {keyspace: {name: other}}
              replication: {keyspace: {replication: {class: NetworkTopologyStrategy, dc1: 3}}}
              text: {keyspace: other}
              null: {keyspace: }
              part: {keyspace: {replication: ~}}
            """
        let project = Project(yaml)
        #expect(
            try project.settings("--profile=name").keyspaces
                == [KeyspaceSetting(name: "other", replication: Self.simple, durableWrites: false)]
        )
        #expect(
            try project.settings("--profile=replication").keyspaces == [
                KeyspaceSetting(
                    name: "app",
                    replication: ["class": "NetworkTopologyStrategy", "dc1": "3"],
                    durableWrites: false
                )
            ]
        )
        #expect(try project.settings("--profile=text").keyspaces == [KeyspaceSetting(name: "other")])
        #expect(try project.settings("--profile=null").keyspaces.isEmpty)
        #expect(
            try project.settings("--profile=part").keyspaces == [KeyspaceSetting(name: "app", durableWrites: false)]
        )
    }

    @Test("a mapping in a profile completes a name in the base, in either direction of keyspace and keyspaces")
    func mergingForms() throws {
        let single = "keyspace: app\nprofiles: {x: {keyspace: {durable_writes: true}}, y: {keyspaces: [b]}}\n"
        #expect(
            try Project(single).settings("--profile=x").keyspaces == [KeyspaceSetting(name: "app", durableWrites: true)]
        )
        #expect(try Project(single).settings("--profile=y").keyspaces == [KeyspaceSetting(name: "b")])
        let list = "keyspaces: [a, b]\nprofiles: {x: {keyspace: c}, y: {keyspace: {durable_writes: true}}}\n"
        #expect(try Project(list).settings("--profile=x").keyspaces == [KeyspaceSetting(name: "c")])
        #expect(Project(list).problems("--profile=y").map(\.message) == ["keyspace needs a name"])
    }

    @Test("a keyspace that the command line names keeps its configured replication")
    func replicationOfNamed() throws {
        let yaml = """
            keyspaces:
              - {name: a, replication: {class: "${UNSET}"}}
              - {name: b, replication: {class: SimpleStrategy, replication_factor: 1}}
            """
        let settings = try Project(yaml).settings("--keyspace=b,c")
        #expect(
            settings.keyspaces == [KeyspaceSetting(name: "b", replication: Self.simple), KeyspaceSetting(name: "c")])
        #expect(settings.origin(.keyspace)?.source == .flag(spelling: "--keyspace"))
        #expect(Project(yaml).problems("--keyspace=a").map(\.code) == [.unsetVariable])
    }

    @Test("a name of the command line that is no keyspace, or stands twice, is an error")
    func badNames() {
        #expect(
            Project().problems("--keyspace=a,b-c,a").map(\.message) == [
                "--keyspace must name a keyspace with 1 to 48 of the characters a-z, A-Z, 0-9 and _, not 'b-c'",
                "--keyspace names 'a' twice",
            ]
        )
        let long = String(repeating: "k", count: 49)
        #expect(Project(environment: ["CQLMIG_KEYSPACE": long]).problems().map(\.code) == [.invalidValue])
        #expect(Project(environment: ["CQLMIG_KEYSPACE": String(long.dropFirst())]).problems().isEmpty)
    }

    @Test("a command that needs a keyspace says how to give one")
    func required() throws {
        #expect(try Project("keyspace: a\n").settings().requiredKeyspaces() == [KeyspaceSetting(name: "a")])
        let settings = try Project("migrations: db\n").settings()
        #expect {
            try settings.requiredKeyspaces()
        } throws: {
            ($0 as? ConfigurationError)?.problems == [
                ConfigurationProblem(
                    .missingSetting,
                    "no keyspace is given, and there is no default",
                    file: "cqlmig.yml",
                    hint: "give --keyspace or CQLMIG_KEYSPACE, or the key keyspace in cqlmig.yml"
                )
            ]
        }
        let unresolved = try Project("keyspace: ${KS}\n").settings(scope: .files)
        #expect(unresolved.keyspaces.isEmpty)
        #expect {
            try unresolved.requiredKeyspaces()
        } throws: {
            ($0 as? ConfigurationError)?.problems.map(\.message) == ["keyspace needs the variable KS, which is not set"]
        }
    }
}
