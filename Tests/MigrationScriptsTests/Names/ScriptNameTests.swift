import MigrationScripts
import Testing

/// The golden table of names: what each is, or what is wrong with it and which name would be right.
@Suite struct ScriptNameTests {
    struct Good: CustomTestStringConvertible, Sendable {
        let name: String
        let kind: ScriptKind
        let version: String?
        let written: String?
        let description: String
        let style: ScriptName.Style?
        var testDescription: String { name }

        init(
            _ name: String,
            _ kind: ScriptKind,
            _ version: String?,
            written: String? = nil,
            _ description: String,
            _ style: ScriptName.Style? = nil
        ) {
            self.name = name
            self.kind = kind
            self.version = version
            self.written = written ?? version
            self.description = description
            self.style = style ?? (version == nil ? nil : .prefixed)
        }
    }

    static let good: [Good] = [
        Good("V1__a.cql", .versioned, "1", "a"),
        Good("V001__add_users.cql", .versioned, "1", written: "001", "add_users"),
        Good("V1.5__a.cql", .versioned, "1.5", "a"),
        Good("V1_2__x.cql", .versioned, "1.2", written: "1_2", "x"),
        Good("V1.2.0__x.cql", .versioned, "1.2", written: "1.2.0", "x"),
        Good("V1.01.0__m.cql", .versioned, "1.1", written: "1.01.0", "m"),
        Good("V20240115103000__x.cql", .versioned, "20240115103000", "x"),
        Good("V18446744073709551615__x.cql", .versioned, "18446744073709551615", "x"),
        Good("V0__x.cql", .versioned, "0", "x"),
        Good("V1__2__x.cql", .versioned, "1", "2__x"),
        Good("V1__2fa.cql", .versioned, "1", "2fa"),
        Good("V1__add users-and.roles.cql", .versioned, "1", "add users-and.roles"),
        Good("V1__\u{E4}ndern.cql", .versioned, "1", "\u{E4}ndern"),
        Good("V1__\u{8868}.cql", .versioned, "1", "\u{8868}"),
        Good("V1__a_.cql", .versioned, "1", "a_"),
        Good("V1__a.cql.cql", .versioned, "1", "a.cql"),
        Good("U1__a.cql", .undo, "1", "a"),
        Good("U1.5.0__a.cql", .undo, "1.5", written: "1.5.0", "a"),
        Good("R__views.cql", .repeatable, nil, "views"),
        Good("R__1.cql", .repeatable, nil, "1"),
        Good("A__grants.cql", .always, nil, "grants"),
        Good("001_add_users.cql", .versioned, "1", written: "001", "add_users", .plain),
        Good("1_a.cql", .versioned, "1", "a", .plain),
        Good("20260115_001_add_x.cql", .versioned, "20260115.1", written: "20260115_001", "add_x", .plain),
        Good("2026_01_15_x.cql", .versioned, "2026.1.15", written: "2026_01_15", "x", .plain),
        Good("001_2fa_tokens.cql", .versioned, "1", written: "001", "2fa_tokens", .plain),
        Good("20240115103000_x.cql", .versioned, "20240115103000", "x", .plain),
    ]

    @Test("a right name says kind, version and description", arguments: good)
    func accepted(_ good: Good) throws {
        let name = try ScriptName(fileName: good.name)
        #expect(name.kind == good.kind)
        #expect(name.version?.number.text == good.version)
        #expect(name.version?.text == good.written)
        #expect(name.description == good.description)
        #expect(name.style == good.style)
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let name: String
        let issues: [BadFilename.Issue]
        let suggestion: String?
        var testDescription: String { name.debugDescription }

        init(_ name: String, _ issues: BadFilename.Issue..., suggestion: String?) {
            self.name = name
            self.issues = issues
            self.suggestion = suggestion
        }
    }

    static let bad: [Bad] = [
        // One underscore
        Bad("V001_a.cql", .oneUnderscore, suggestion: "V001__a.cql"),
        Bad("V1_2_x.cql", .oneUnderscore, suggestion: "V1_2__x.cql"),
        Bad("V2_one_underscore.cql", .oneUnderscore, suggestion: "V2__one_underscore.cql"),
        Bad("V001_2fa.cql", .oneUnderscore, suggestion: "V001__2fa.cql"),
        Bad("U1_a.cql", .oneUnderscore, suggestion: "U1__a.cql"),
        Bad("R_views.cql", .oneUnderscore, suggestion: "R__views.cql"),
        Bad("A_grants.cql", .oneUnderscore, suggestion: "A__grants.cql"),
        Bad("V1_\u{301}_x.cql", .badVersion("1_\u{301}"), suggestion: "V1__x.cql"),
        // Case
        Bad("v001__a.cql", .lowerCaseLetter("v"), suggestion: "V001__a.cql"),
        Bad("u1__a.cql", .lowerCaseLetter("u"), suggestion: "U1__a.cql"),
        Bad("r__a.cql", .lowerCaseLetter("r"), suggestion: "R__a.cql"),
        Bad("a__a.cql", .lowerCaseLetter("a"), suggestion: "A__a.cql"),
        Bad("V1__a.CQL", .extensionCase(".CQL"), suggestion: "V1__a.cql"),
        Bad("001_a.Cql", .extensionCase(".Cql"), suggestion: "001_a.cql"),
        Bad(
            "v1_a.CQL",
            .lowerCaseLetter("v"),
            .oneUnderscore,
            .extensionCase(".CQL"),
            suggestion: "V1__a.cql"
        ),
        // Version
        Bad("V__a.cql", .missingVersion, suggestion: "V<version>__a.cql"),
        Bad("U__a.cql", .missingVersion, suggestion: "U<version>__a.cql"),
        Bad("V_a.cql", .missingVersion, suggestion: "V<version>__a.cql"),
        Bad("V1.__a.cql", .badVersion("1."), suggestion: "V1__a.cql"),
        Bad("V1..2__a.cql", .badVersion("1..2"), suggestion: "V1__2__a.cql"),
        Bad("V1-2__a.cql", .badVersion("1-2"), suggestion: "V1.2__a.cql"),
        Bad("V2024-01-15__a.cql", .badVersion("2024-01-15"), suggestion: "V2024.01.15__a.cql"),
        Bad("V1-2_a.cql", .badVersion("1-2"), .oneUnderscore, suggestion: "V1.2__a.cql"),
        Bad("V1a__b.cql", .badVersion("1a"), suggestion: "V1__a__b.cql"),
        Bad("V1a_b.cql", .badVersion("1a"), suggestion: "V1__a_b.cql"),
        Bad("V 1__a.cql", .badVersion(" 1"), suggestion: "V<version>__1__a.cql"),
        Bad("V99999999999999999999__a.cql", .versionTooLarge("99999999999999999999"), suggestion: nil),
        Bad("99999999999999999999_a.cql", .versionTooLarge("99999999999999999999"), suggestion: nil),
        Bad("R1__a.cql", .unexpectedVersion("1"), suggestion: "R__a.cql"),
        Bad("A1.2__a.cql", .unexpectedVersion("1.2"), suggestion: "A__a.cql"),
        // Description
        Bad("V4__.cql", .missingDescription, suggestion: "V4__<description>.cql"),
        Bad("V001__.cql", .missingDescription, suggestion: "V001__<description>.cql"),
        Bad("V4.cql", .missingDescription, suggestion: "V4__<description>.cql"),
        Bad("V4_.cql", .missingDescription, suggestion: "V4__<description>.cql"),
        Bad("V__.cql", .missingVersion, .missingDescription, suggestion: "V<version>__<description>.cql"),
        Bad("R__.cql", .missingDescription, suggestion: "R__<description>.cql"),
        Bad("001.cql", .missingDescription, suggestion: "001_<description>.cql"),
        Bad("001_.cql", .missingDescription, suggestion: "001_<description>.cql"),
        Bad("001_2026.cql", .missingDescription, suggestion: "001_2026_<description>.cql"),
        Bad("V1___a.cql", .descriptionStart("_"), suggestion: "V1__a.cql"),
        Bad("V1__-a.cql", .descriptionStart("-"), suggestion: "V1__a.cql"),
        Bad("V1__ .cql", .descriptionStart(" "), suggestion: "V1__<description>.cql"),
        Bad("V1__a .cql", .trailingSpace, suggestion: "V1__a.cql"),
        Bad("V1__a\u{200B}b.cql", .invisible("\u{200B}"), suggestion: "V1__a_b.cql"),
        Bad("V1__a\nb.cql", .invisible("\n"), suggestion: "V1__a_b.cql"),
        Bad("V1__a\u{1B}[2Jb.cql", .invisible("\u{1B}"), suggestion: "V1__a_[2Jb.cql"),
        Bad("V1__a\u{A0}b.cql", .invisible("\u{A0}"), suggestion: "V1__a_b.cql"),
        Bad("V1__a\u{202E}b.cql", .invisible("\u{202E}"), suggestion: "V1__a_b.cql"),
        // Plain numbered
        Bad("001__a.cql", .twoUnderscores, suggestion: "001_a.cql"),
        Bad("001-a.cql", .plainSeparator("001-a"), suggestion: "001_a.cql"),
        Bad("1.2_a.cql", .plainSeparator("1.2"), suggestion: "1_2_a.cql"),
        Bad("2024-01-15_a.cql", .plainSeparator("2024-01-15"), suggestion: "2024_01_15_a.cql"),
        Bad("2fa.cql", .plainSeparator("2fa"), suggestion: "2_fa.cql"),
        // Nothing of the kind
        Bad("schema.cql", .unknownForm, suggestion: nil),
        Bad("archive.cql", .unknownForm, suggestion: nil),
        Bad("a_users.cql", .unknownForm, suggestion: nil),
        Bad("v_users.cql", .unknownForm, suggestion: nil),
        Bad("Users.cql", .unknownForm, suggestion: nil),
        Bad("X1__a.cql", .unknownForm, suggestion: nil),
        Bad("_1_a.cql", .unknownForm, suggestion: nil),
        Bad("\u{0661}_a.cql", .unknownForm, suggestion: nil),
        Bad("\u{202E}x.cql", .invisible("\u{202E}"), .unknownForm, suggestion: nil),
    ]

    @Test("a wrong name says what is wrong and which name would be right", arguments: bad)
    func refused(_ bad: Bad) throws {
        #expect(ScriptName.isExpected(ofFileNamed: bad.name))
        let expected = BadFilename(name: bad.name, issues: bad.issues, suggestion: bad.suggestion)
        #expect(throws: expected) { try ScriptName(fileName: bad.name) }
    }

    @Test("a proposed name is a right one", arguments: bad)
    func suggestion(_ bad: Bad) throws {
        guard let suggestion = bad.suggestion else { return }
        var filled = suggestion
        for (gap, value) in [("<version>", "1"), ("<description>", "a")] {
            if let range = filled.firstRange(of: gap) {
                filled.replaceSubrange(range, with: value)
            }
        }
        _ = try ScriptName(fileName: filled)
    }

    @Test("names made of the pieces of names never trap, and every proposal without a gap is a right name")
    func combinations() throws {
        let pieces = [
            "V", "v", "U", "R", "a", "_", "__", ".", "-", " ", "1", "007", "99999999999999999999", "x", "\u{200B}",
        ]
        var names = [""]
        for _ in 0..<4 {
            names += names.flatMap { name in pieces.map { name + $0 } }
            names = Array(Set(names)).sorted()
        }
        #expect(names.count > 30_000)
        for name in names {
            do throws(BadFilename) {
                _ = try ScriptName(fileName: name + ".cql")
            } catch {
                #expect(!error.issues.isEmpty)
                guard let suggestion = error.suggestion, !suggestion.contains("<") else { continue }
                #expect(suggestion != name + ".cql")
                #expect((try? ScriptName(fileName: suggestion)) != nil, "\(name.debugDescription) to \(suggestion)")
            }
        }
    }

    @Test("only names that end in .cql, in any case, have to be scripts")
    func expected() {
        for name in ["a.cql", "a.CQL", "a.Cql", ".cql", "V1__a.cql"] {
            #expect(ScriptName.isExpected(ofFileNamed: name))
        }
        for name in ["", "cql", "acql", "a.sql", "a.cql.bak", "a.cql~", "a.cqlx", "README.md"] {
            #expect(!ScriptName.isExpected(ofFileNamed: name))
        }
    }

    @Test("the sentences read well and escape what is invisible")
    func sentences() throws {
        let error = try #require(throws: BadFilename.self) { try ScriptName(fileName: "v1_a.CQL") }
        #expect(
            error.description
                == "`v1_a.CQL` is not the name of a migration: the letter in front has to be upper case, `V` and not `v`, "
                + "and two underscores have to stand in front of the description and not one, "
                + "and it has to end in `.cql` in lower case and not in `.CQL`."
        )
        #expect(error.hint == "Rename it to `V1__a.cql`.")
        let hidden = try #require(throws: BadFilename.self) { try ScriptName(fileName: "V1__a\u{1B}b.cql") }
        #expect(
            hidden.description
                == "`V1__a\\u{1B}b.cql` is not the name of a migration: it contains the invisible character \\u{1B}."
        )
        let unknown = try #require(throws: BadFilename.self) { try ScriptName(fileName: "schema.cql") }
        #expect(unknown.description == "`schema.cql` is not the name of a migration: it has none of the known forms.")
        #expect(unknown.hint.hasPrefix("Name it `V<version>__<description>.cql`, "))
    }
}
