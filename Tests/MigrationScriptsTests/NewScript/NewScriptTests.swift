import Foundation
import MigrationScripts
import Testing

@Suite struct NewScriptTests {
    static func files(_ names: [String]) throws -> [ScriptFile] {
        try names.map { ScriptFile(path: $0, shownPath: "migrations/" + $0, name: try ScriptName(fileName: $0)) }
    }

    static func names(
        _ description: String = "add users",
        _ form: NewScript.Form = .versioned(.next, undo: .part),
        in existing: [String] = []
    ) throws -> [String] {
        try NewScript(description: description, form: form, existing: files(existing)).files.map(\.name)
    }

    static func refusal(
        _ description: String = "add users",
        _ form: NewScript.Form = .versioned(.next, undo: .part),
        in existing: [String] = []
    ) throws -> NewScriptError {
        try #require(throws: NewScriptError.self) { try names(description, form, in: existing) }
    }

    struct Following: CustomTestStringConvertible, Sendable {
        let existing: [String]
        let name: String
        var testDescription: String { "\(existing) is followed by \(name)" }
    }

    static let following: [Following] = [
        Following(existing: [], name: "V001__add_users.cql"),
        Following(existing: ["R__views.cql", "A__grants.cql"], name: "V001__add_users.cql"),
        Following(existing: ["V001__a.cql", "V002__b.cql"], name: "V003__add_users.cql"),
        Following(existing: ["V2__b.cql", "V1__a.cql"], name: "V3__add_users.cql"),
        Following(existing: ["V9__a.cql"], name: "V10__add_users.cql"),
        Following(existing: ["V0009__a.cql"], name: "V0010__add_users.cql"),
        Following(existing: ["V999__a.cql"], name: "V1000__add_users.cql"),
        Following(existing: ["V1.2__a.cql", "V1.10__b.cql"], name: "V1.11__add_users.cql"),
        Following(existing: ["V1_02__a.cql"], name: "V1_03__add_users.cql"),
        Following(existing: ["V1.2.0__a.cql"], name: "V1.2.1__add_users.cql"),
        Following(existing: ["V20240115103000__a.cql"], name: "V20240115103001__add_users.cql"),
        Following(existing: ["V001__a.cql", "U007__gone.cql"], name: "V008__add_users.cql"),
        Following(existing: ["V000__a.cql"], name: "V001__add_users.cql"),
        Following(existing: ["001_a.cql", "002_b.cql"], name: "003_add_users.cql"),
        Following(existing: ["20260115_001_a.cql"], name: "20260115_002_add_users.cql"),
        Following(existing: ["001_a.cql", "U1.5__x.cql"], name: "1_6_add_users.cql"),
    ]

    @Test("the next script continues the numbering and the style of the folder", arguments: following)
    func next(_ following: Following) throws {
        #expect(try Self.names(in: following.existing) == [following.name])
    }

    struct Slugged: CustomTestStringConvertible, Sendable {
        let description: String
        let slug: String
        var testDescription: String { description.debugDescription }
    }

    static let slugs: [Slugged] = [
        Slugged(description: "add users", slug: "add_users"),
        Slugged(description: "Add USERS", slug: "add_users"),
        Slugged(description: "x\nDROP TABLE users;", slug: "x_drop_table_users"),
        Slugged(description: "../../x", slug: "x"),
        Slugged(description: "/etc/passwd", slug: "etc_passwd"),
        Slugged(description: "__a--b  c__", slug: "a_b_c"),
        Slugged(description: "a\u{0}b", slug: "a_b"),
        Slugged(description: "\u{E4}ndern", slug: "ndern"),
        Slugged(description: "caf\u{E9} \u{212A}elvin", slug: "caf_elvin"),
        Slugged(description: "2fa", slug: "2fa"),
        Slugged(description: "2026", slug: "2026"),
        Slugged(description: "@down", slug: "down"),
        Slugged(description: "a.cql", slug: "a_cql"),
    ]

    @Test("a description becomes lower-case words joined by single underscores", arguments: slugs)
    func slug(_ slugged: Slugged) throws {
        #expect(try Self.names(slugged.description) == ["V001__\(slugged.slug).cql"])
        #expect(try Self.names(slugged.description, .repeatable) == ["R__\(slugged.slug).cql"])
        #expect(try Self.names(slugged.description, .always) == ["A__\(slugged.slug).cql"])
    }

    @Test("a description of which nothing is left is refused", arguments: ["", " ", "_", "../..", "\n", "\u{8868}"])
    func emptyDescription(_ description: String) throws {
        for form: NewScript.Form in [.versioned(.next, undo: .part), .repeatable, .always] {
            #expect(try Self.refusal(description, form).reason == .emptyDescription(description))
        }
    }

    @Test("the version may be given, and is spelled as given")
    func givenVersion() throws {
        #expect(try Self.names("x", .versioned(.version("7"), undo: .part), in: ["V001__a.cql"]) == ["V7__x.cql"])
        #expect(try Self.names("x", .versioned(.version("1.02"), undo: .part)) == ["V1.02__x.cql"])
        #expect(try Self.names("x", .versioned(.version("1.2"), undo: .part), in: ["001_a.cql"]) == ["1_2_x.cql"])
        let error = try Self.refusal("x", .versioned(.version("v7"), undo: .part))
        #expect(error.reason == .badVersion(MigrationVersionError(text: "v7", reason: .notANumber("v7"))))
    }

    struct Moment: CustomTestStringConvertible, Sendable {
        let seconds: Double
        let digits: String
        var testDescription: String { digits }
    }

    static let moments: [Moment] = [
        Moment(seconds: 0, digits: "19700101000000"),
        Moment(seconds: 951_782_399, digits: "20000228235959"),
        Moment(seconds: 951_782_400, digits: "20000229000000"),
        Moment(seconds: 951_868_800, digits: "20000301000000"),
        Moment(seconds: 1_705_314_600.999, digits: "20240115103000"),
        Moment(seconds: 1_709_164_800, digits: "20240229000000"),
        Moment(seconds: 1_735_689_599, digits: "20241231235959"),
        Moment(seconds: 4_107_542_400, digits: "21000301000000"),
        Moment(seconds: 253_402_300_799, digits: "99991231235959"),
    ]

    @Test("a time stamp is fourteen digits of UTC", arguments: moments)
    func timestamp(_ moment: Moment) throws {
        let date = Date(timeIntervalSince1970: moment.seconds)
        #expect(try Self.names("x", .versioned(.timestamp(date), undo: .part)) == ["V\(moment.digits)__x.cql"])
        #expect(
            try Self.names("x", .versioned(.timestamp(date), undo: .part), in: ["1_a.cql"]) == [
                "\(moment.digits)_x.cql"
            ]
        )
    }

    @Test("a clock that no time stamp can hold is refused", arguments: [-1, 253_402_300_800, .infinity, .nan, 1e300])
    func clock(_ seconds: Double) throws {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(try Self.refusal("x", .versioned(.timestamp(date), undo: .part)).reason == .clock)
    }

    @Test("the undo may be a file of its own, which has the same version and description")
    func undoFile() throws {
        #expect(
            try Self.names("x", .versioned(.next, undo: .file), in: ["V001__a.cql"]) == ["V002__x.cql", "U002__x.cql"]
        )
        #expect(
            try Self.names("x", .versioned(.next, undo: .file), in: ["20260115_001_a.cql"])
                == ["20260115_002_x.cql", "U20260115_002__x.cql"]
        )
    }

    @Test("what exists already is refused, by version and by description")
    func existing() throws {
        let version = try MigrationVersion("1")
        #expect(
            try Self.refusal("x", .versioned(.version("1.0"), undo: .part), in: ["V001__a.cql"]).reason
                == .versionExists(version, path: "migrations/V001__a.cql")
        )
        #expect(
            try Self.refusal("x", .versioned(.version("1"), undo: .part), in: ["U1__a.cql"]).reason
                == .versionExists(version, path: "migrations/U1__a.cql")
        )
        #expect(
            try Self.refusal("X", .repeatable, in: ["R__x.cql"]).reason
                == .descriptionExists(.repeatable, path: "migrations/R__x.cql")
        )
        #expect(try Self.names("x", .always, in: ["R__x.cql"]) == ["A__x.cql"])
        #expect(
            try Self.refusal("x", .always, in: ["A__x.cql"]).reason
                == .descriptionExists(.always, path: "migrations/A__x.cql")
        )
    }

    @Test("a folder of two styles is refused, since neither is the one to follow")
    func mixedStyles() throws {
        #expect(
            try Self.refusal(in: ["V001__a.cql", "002_b.cql"]).reason
                == .mixedStyles(prefixed: "migrations/V001__a.cql", plain: "migrations/002_b.cql")
        )
    }

    @Test("in a plain numbered folder no description may lose its first word to the version")
    func leadingNumber() throws {
        #expect(try Self.refusal("2026 report", in: ["001_a.cql"]).reason == .leadingNumber(slug: "2026_report"))
        #expect(try Self.refusal("2026", in: ["001_a.cql"]).reason == .leadingNumber(slug: "2026"))
        #expect(try Self.names("2fa tokens", in: ["001_a.cql"]) == ["002_2fa_tokens.cql"])
    }

    @Test("after the largest number there is no next one")
    func noNext() throws {
        let name = "V1.18446744073709551615__a.cql"
        #expect(
            try Self.refusal(in: [name]).reason
                == .noNextVersion(after: MigrationVersion("1.18446744073709551615"), path: "migrations/\(name)")
        )
    }

    @Test("what is made reads back as what was asked for", arguments: following)
    func namesReadBack(_ following: Following) throws {
        let existing = try Self.files(following.existing)
        let script = try NewScript(
            description: "1st step", form: .versioned(.next, undo: .file), existing: existing)
        let name = try ScriptName(fileName: script.files[0].name)
        let undo = try ScriptName(fileName: script.files[1].name)
        #expect(name.kind == .versioned)
        #expect(undo.kind == .undo)
        #expect(name.version?.number == undo.version?.number)
        #expect(name.description == "1st_step")
        #expect(undo.description == "1st_step")
        for file in existing {
            guard let known = file.name.version, let made = name.version else { continue }
            #expect(known.number < made.number)
        }
    }

    @Test("the texts say what the file is, and where the statements go")
    func texts() throws {
        func texts(_ form: NewScript.Form, _ content: NewScript.Content = .init()) throws -> [String] {
            try NewScript(description: "add users", form: form, existing: [], content: content).files.map(\.text)
        }
        #expect(
            try texts(.versioned(.next, undo: .part)) == [
                """
                -- Migration 1: add users
                -- What stands above the marker runs on `cqlmig migrate`, what stands below it on `cqlmig rollback`.


                -- @down


                """
            ]
        )
        let content = NewScript.Content(up: "CREATE TABLE a (id int PRIMARY KEY);", down: "DROP TABLE a;\n")
        #expect(
            try texts(.versioned(.next, undo: .part), content) == [
                """
                -- Migration 1: add users
                -- What stands above the marker runs on `cqlmig migrate`, what stands below it on `cqlmig rollback`.

                CREATE TABLE a (id int PRIMARY KEY);

                -- @down

                DROP TABLE a;

                """
            ]
        )
        #expect(
            try texts(.versioned(.next, undo: .file), content) == [
                """
                -- Migration 1: add users

                CREATE TABLE a (id int PRIMARY KEY);

                """,
                """
                -- Undo of migration 1: add users

                DROP TABLE a;

                """,
            ]
        )
        #expect(try texts(.repeatable)[0].hasPrefix("-- Repeatable: add users\n-- Runs "))
        #expect(try texts(.always)[0].hasPrefix("-- Always: add users\n-- Runs "))
    }

    @Test("no description can end the comment that it stands in")
    func injection() throws {
        let script = try NewScript(
            description: "x\nDROP TABLE users;\r\u{2028}\u{0}y", form: .versioned(.next, undo: .part), existing: [])
        #expect(script.files[0].text.hasPrefix("-- Migration 1: x DROP TABLE users;   y\n-- What "))
    }
}
