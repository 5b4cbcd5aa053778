import Configuration
import Testing

@Suite struct DiscoveryTests {
    private func load(
        _ files: [String: String],
        from folder: String,
        _ flags: [String] = [],
        environment: [String: String] = [:]
    ) throws(ConfigurationError) -> Settings {
        try ConfigurationLoader(files: MemoryFiles(files), environment: environment, workingDirectory: folder)
            .load(flags: Project.given(flags))
    }

    @Test("the file is found in the working directory and above it, the nearest first")
    func upwards() throws {
        let files = ["/a/cqlmig.yml": "keyspace: outer\n", "/a/b/c/cqlmig.yml": "keyspace: inner\n"]
        #expect(try load(files, from: "/a").keyspaces.map(\.name) == ["outer"])
        #expect(try load(files, from: "/a/b").keyspaces.map(\.name) == ["outer"])
        #expect(try load(files, from: "/a/b/c/d/e").keyspaces.map(\.name) == ["inner"])
        #expect(try load(files, from: "/z").file == nil)
        #expect(try load(["/cqlmig.yml": ""], from: "/a/b").file == "../../cqlmig.yml")
        #expect(try load(["/cqlmig.yml": ""], from: "/").file == "cqlmig.yml")
    }

    @Test("paths in the file count from the file, all others from the working directory")
    func paths() throws {
        let files = [
            "/a/cqlmig.yml": "migrations: db/m\ncassandra: {auth: {username: u, password: \"${file:pw}\"}}\n",
            "/a/pw": "secret\n",
            "/a/empty.yml": "",
            "/x/abs.yml": "migrations: m\n",
        ]
        let settings = try load(files, from: "/a/b/c")
        #expect(settings.file == "../../cqlmig.yml")
        #expect(settings.directory == "../../db/m")
        #expect(settings.password == Secret("secret"))
        #expect(settings.origin(.directory)?.source.description == "../../cqlmig.yml:1:1")
        #expect(try load(files, from: "/a/b", ["--dir=m"]).directory == "m")
        #expect(try load(files, from: "/a/b", environment: ["CQLMIG_DIR": "/m"]).directory == "/m")
        #expect(try load(files, from: "/a/b", ["--config=../empty.yml"]).directory == "../migrations")
        #expect(try load(files, from: "/a", ["--config=/x/abs.yml"]).directory == "/x/m")
        #expect(try load(files, from: "/z").directory == "migrations")
    }

    @Test("a file that is asked for takes the place of the one that would be found")
    func asked() throws {
        let files = ["/a/cqlmig.yml": "keyspace: found\n", "/a/other.yml": "keyspace: asked\n"]
        let flag = try load(files, from: "/a", ["--config=other.yml"], environment: ["CQLMIG_CONFIG": "nosuch.yml"])
        #expect(flag.keyspaces.map(\.name) == ["asked"])
        #expect(flag.origin(.config)?.value == "other.yml")
        #expect(flag.origin(.config)?.source.description == "flag --config")
        #expect(try load(files, from: "/a/b", environment: ["CQLMIG_CONFIG": "../other.yml"]).file == "../other.yml")
        #expect {
            try load(files, from: "/a", environment: ["CQLMIG_CONFIG": "nosuch.yml"])
        } throws: {
            ($0 as? ConfigurationError)?.problems == [
                ConfigurationProblem(
                    .configNotFound,
                    "the configuration file 'nosuch.yml', asked for by CQLMIG_CONFIG, does not exist",
                    hint: "relative paths count from the working directory, /a"
                )
            ]
        }
    }

    @Test("a file with nearly the right name is not passed over", arguments: ["cqlmig.yaml", ".cqlmig.yml"])
    func nearMiss(_ name: String) throws {
        #expect {
            try load(["/a/\(name)": "", "/cqlmig.yml": ""], from: "/a/b")
        } throws: {
            ($0 as? ConfigurationError)?.problems == [
                ConfigurationProblem(
                    .configUnreadable,
                    "../\(name) is not read: the configuration file is called cqlmig.yml",
                    hint: "rename it, or name it with --config"
                )
            ]
        }
        #expect(try load(["/a/\(name)": "", "/a/b/cqlmig.yml": ""], from: "/a/b").file == "cqlmig.yml")
        #expect(try load(["/a/\(name)": ""], from: "/a", ["--config=\(name)"]).file == name)
    }

    @Test("a file that cannot be read is an error and not a missing one")
    func unreadable() {
        var files = MemoryFiles()
        files.failures["/a/cqlmig.yml"] = .failed("Permission denied")
        let loader = ConfigurationLoader(files: files, environment: [:], workingDirectory: "/a")
        #expect {
            try loader.load(flags: [])
        } throws: {
            ($0 as? ConfigurationError)?.problems.map(\.message)
                == ["the configuration file 'cqlmig.yml' cannot be read: Permission denied"]
        }
    }

    @Test(
        "an empty file and a file of comments are configurations that say nothing",
        arguments: ["", "# nothing\n", "---\n"])
    func empty(_ text: String) throws {
        #expect(try load(["/a/cqlmig.yml": text], from: "/a").file == "cqlmig.yml")
    }
}
