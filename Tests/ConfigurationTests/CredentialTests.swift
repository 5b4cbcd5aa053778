import Configuration
import Testing

@Suite struct CredentialTests {
    private static let inFile = "cassandra: {auth: {username: u, password: in-file}}\n"
    private static let byFile = "cassandra: {auth: {username: u, password_file: secrets/pw}}\n"
    private static let passwords = ["/project/secrets/pw": "from-file\n", "/project/other": "from-other\r\n"]

    @Test("a password file holds the password and one line break")
    func passwordFile() throws {
        let settings = try Project(Self.byFile, more: Self.passwords).settings()
        #expect(settings.password == Secret("from-file"))
        #expect(settings.origin(.password)?.value == Secret.mask)
        #expect(settings.origin(.password)?.source.description == "cqlmig.yml:1:33")
        #expect(settings.origin(.passwordFile)?.value == "secrets/pw")
        let flag = try Project(Self.byFile, more: Self.passwords).settings("--password-file=other")
        #expect(flag.password == Secret("from-other"))
        let lines = try Project(Self.byFile, more: ["/project/secrets/pw": "a\n\n"]).settings()
        #expect(lines.password == Secret("a\n"))
    }

    @Test("of password and password file the one in the higher layer counts, and the other is not looked at")
    func layers() throws {
        let variable = try Project(Self.byFile, environment: ["CQLMIG_PASSWORD": "v"]).settings()
        #expect(variable.password == Secret("v"))
        #expect(variable.origin(.passwordFile)?.value == nil)
        #expect(variable.origin(.passwordFile)?.unresolved == "not used, since environment CQLMIG_PASSWORD wins")
        let flag = try Project(Self.inFile, environment: ["CQLMIG_PASSWORD": "v"], more: Self.passwords)
            .settings("--password-file=other")
        #expect(flag.password == Secret("from-other"))
        #expect(flag.origin(.password)?.source == .flag(spelling: "--password-file"))
        let profile = try Project(
            Self.inFile + "profiles: {p: {cassandra: {auth: {password_file: other}}}}\n",
            more: Self.passwords
        ).settings("--profile=p")
        #expect(profile.password == Secret("from-other"))
    }

    @Test("a password that was read from standard input counts as a flag")
    func standardInput() throws {
        let given = GivenFlag(.password, ["typed"], spelling: "--password-stdin")
        let settings = try Project(Self.inFile).loader.load(flags: [given])
        #expect(settings.password == Secret("typed"))
        #expect(settings.origin(.password)?.source.description == "flag --password-stdin")
        let both = GivenFlag(.passwordFile, ["x"], spelling: "--password-file")
        #expect {
            try Project(Self.inFile).loader.load(flags: [given, both])
        } throws: {
            ($0 as? ConfigurationError)?.problems.map(\.message)
                == ["--password-file and --password-stdin both give the password"]
        }
    }

    @Test(
        "a password file that cannot be used is an error",
        arguments: [FileReadingError.isFolder, .failed("Permission denied")])
    func unreadable(_ error: FileReadingError) {
        var project = Project(Self.byFile)
        project.files.failures["/project/secrets/pw"] = error
        #expect(
            project.problems().map(\.message)
                == ["cassandra.auth.password_file names the file 'secrets/pw', which \(error.words)"]
        )
        project.files.failures = [:]
        project.files.files["/project/secrets/pw"] = [0xFF]
        #expect(project.problems().map(\.message).first?.hasSuffix("which is not UTF-8") == true)
    }

    @Test("no rendering of settings, origins or problems shows a password")
    func masking() throws {
        let secret = "hunter2-hunter2"
        let projects = [
            Project("cassandra: {auth: {username: u, password: \(secret)}}\n"),
            Project("cassandra: {auth: {username: u, password: \"${PW}\"}}\n", environment: ["PW": secret]),
            Project("cassandra: {auth: {username: u, password: \"x${file:pw}\"}}\n", more: ["/project/pw": secret]),
            Project(Self.byFile, more: ["/project/secrets/pw": secret]),
            Project(environment: ["CQLMIG_USERNAME": "u", "CQLMIG_PASSWORD": secret]),
        ]
        for project in projects {
            let settings = try project.settings()
            #expect(settings.password?.revealed().hasSuffix(secret) == true)
            var dumped = ""
            dump(settings, to: &dumped)
            for text in ["\(settings)", String(reflecting: settings), "\(settings.origins)", dumped] {
                #expect(!text.contains(secret))
            }
            #expect(settings.origin(.password)?.value == "********")
            let broken = project.problems("--port=x", "--lock-ttl=y")
            #expect(broken.count == 2)
            #expect(!"\(broken)".contains(secret))
        }
        let alone = Project(environment: ["CQLMIG_PASSWORD": secret]).problems()
        #expect(alone.map(\.message) == ["CQLMIG_PASSWORD gives a password, and nothing gives the username"])
    }

    @Test("a command that works on files needs no password")
    func filesScope() throws {
        let yaml = """
            cassandra:
              contact_points: ["${HOST}"]
              port: ${PORT}
              auth: {username: u, password: "${CASSANDRA_PASSWORD:?}"}
            migrations: ${DIR:-db}
            """
        let settings = try Project(yaml).settings(scope: .files)
        #expect(settings.directory == "db")
        #expect(settings.password == nil)
        #expect(settings.contactPoints == [ContactPoint(host: "localhost")])
        let password = settings.origin(.password)
        #expect(
            password?.unresolved == "cassandra.auth.password needs the variable CASSANDRA_PASSWORD, which is not set")
        #expect(password?.value == nil)
        #expect(password?.source.description == "cqlmig.yml:4:23")
        #expect(settings.origin(.port)?.value == nil)
        #expect(settings.origin(.port)?.unresolved == "cassandra.port needs the variable PORT, which is not set")
        #expect(Project(yaml).problems().map(\.code) == [.unsetVariable, .unsetVariable, .unsetVariable])

        let file = try Project(Self.byFile).settings(scope: .files)
        #expect(file.origin(.password)?.unresolved?.hasSuffix("'secrets/pw', which does not exist") == true)
        #expect(Project("migrations: ${DIR}\n").problems(scope: .files).map(\.code) == [.unsetVariable])
        #expect(Project("keyspace: ${KS\n").problems(scope: .files).map(\.code) == [.invalidReference])
        #expect(Project("cassandra: {port: no}\n").problems(scope: .files).map(\.code) == [.invalidValue])
    }
}
