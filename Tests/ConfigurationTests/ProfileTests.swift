import Configuration
import Testing

@Suite struct ProfileTests {
    private static let credentials = """
        cassandra: {contact_points: [h1], auth: {username: a, password: s}}
        profiles: {prod: {cassandra: {contact_points: [h2]}, keyspace: p}, dev: }
        """

    @Test("a profile with a cassandra section keeps the credentials of the base")
    func credentialsAreKept() throws {
        let settings = try Project(Self.credentials).settings("--profile=prod")
        #expect(settings.contactPoints == [ContactPoint(host: "h2")])
        #expect(settings.username == "a")
        #expect(settings.password == Secret("s"))
        #expect(settings.keyspaces == [KeyspaceSetting(name: "p")])
    }

    @Test("an empty profile is the base")
    func emptyProfile() throws {
        let base = try Project(Self.credentials).settings()
        var empty = try Project(Self.credentials).settings("--profile=dev")
        #expect(empty.profile == "dev")
        empty.profile = nil
        empty.origins = base.origins
        #expect(empty == base)
    }

    @Test("a configuration file that was asked for and is not there is an error, and so is its profile")
    func missingFile() {
        let problems = Project().problems("--config=nosuch.yml", "--profile=prod")
        #expect(problems.map(\.code) == [.configNotFound, .unknownProfile])
        #expect(problems.first?.message == "the configuration file 'nosuch.yml', asked for by --config, does not exist")
    }

    @Test("a keyspace of the command line replaces the list of the profile")
    func keyspaceReplacesList() throws {
        let project = Project("profiles: {prod: {keyspaces: [a, b, c]}}\n")
        #expect(try project.settings("--profile=prod").keyspaces.map(\.name) == ["a", "b", "c"])
        #expect(try project.settings("--profile=prod", "--keyspace=b").keyspaces.map(\.name) == ["b"])
        var environment = project
        environment.environment = ["CQLMIG_KEYSPACE": "c,d"]
        #expect(try environment.settings("--profile=prod").keyspaces.map(\.name) == ["c", "d"])
    }

    @Test("lists replace, they do not grow")
    func lists() throws {
        let yaml = "cassandra: {contact_points: [a, b]}\nprofiles: {x: {cassandra: {contact_points: [c]}}}\n"
        #expect(try Project(yaml).settings("--profile=x").contactPoints == [ContactPoint(host: "c")])
    }

    @Test("a profile that is not there is an error that lists those that are")
    func unknownProfile() {
        let project = Project(Self.credentials)
        let problem = ConfigurationProblem(
            .unknownProfile,
            "--profile asks for the profile 'prd', which is not in cqlmig.yml; did you mean prod?",
            hint: "its profiles are prod, dev"
        )
        #expect(project.problems("--profile=prd") == [problem])
        var environment = Project("keyspace: a\n", environment: ["CQLMIG_PROFILE": "x"])
        #expect(
            environment.problems() == [
                ConfigurationProblem(
                    .unknownProfile,
                    "CQLMIG_PROFILE asks for the profile 'x', which is not in cqlmig.yml",
                    hint: "the file has no profiles"
                )
            ]
        )
        environment.files = MemoryFiles()
        #expect(
            environment.problems().map(\.message) == ["CQLMIG_PROFILE asks for the profile 'x', and there is no file"]
        )
    }

    @Test("what another profile needs does not matter")
    func otherProfiles() throws {
        let yaml = """
            keyspace: a
            profiles:
              mine: {keyspace: b}
              other: {keyspace: "${UNSET}", cassandra: {port: none, tls: {enabled: true}}, lint: {rules: {a: nothing}}}
            """
        #expect(try Project(yaml).settings("--profile=mine").keyspaces.map(\.name) == ["b"])
    }

    @Test("what a profile overrides does not matter either")
    func overridden() throws {
        let yaml = "keyspace: \"${UNSET}\"\nprofiles: {mine: {keyspace: b}}\n"
        #expect(try Project(yaml).settings("--profile=mine").keyspaces.map(\.name) == ["b"])
        #expect(try Project(yaml).settings("--keyspace=c").keyspaces.map(\.name) == ["c"])
        #expect(Project(yaml).problems().map(\.code) == [.unsetVariable])
    }

    @Test("profiles are listed with what they target, put on top of the base and without flags and variables")
    func listing() throws {
        let yaml = """
            cassandra: {contact_points: [base1, base2]}
            keyspace: {name: app, replication: {class: SimpleStrategy}}
            profiles:
              dev:
              stage: {keyspaces: [a, {name: b}], cassandra: {contact_points: "${HOSTS}"}}
              prod: {keyspace: {durable_writes: false}, cassandra: {contact_points: ["${UNSET}", c]}}
              text: {keyspaces: "${LIST:-x,y}"}
            """
        let project = Project(yaml, environment: ["HOSTS": "s1,s2", "CQLMIG_KEYSPACE": "ignored"])
        let list = try project.loader.profiles(flags: [])
        #expect(list.file == "cqlmig.yml")
        #expect(
            list.profiles == [
                .init(name: "dev", keyspaces: ["app"], contactPoints: ["base1", "base2"]),
                .init(name: "stage", keyspaces: ["a", "b"], contactPoints: ["s1", "s2"]),
                .init(name: "prod", keyspaces: ["app"], contactPoints: ["${UNSET}", "c"]),
                .init(name: "text", keyspaces: ["x", "y"], contactPoints: ["base1", "base2"]),
            ]
        )
        #expect(try Project().loader.profiles(flags: []) == ProfileList(file: nil, profiles: []))
        #expect(throws: ConfigurationError.self) { try Project("keyspce: a\n").loader.profiles(flags: []) }
    }
}
