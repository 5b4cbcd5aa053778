import MigrationScripts
import Testing

@Suite struct MigrationVersionTests {
    struct Spelling: CustomTestStringConvertible, Sendable {
        let text: String
        let canonical: String
        var testDescription: String { "\(text) is \(canonical)" }
    }

    static let spellings: [Spelling] = [
        Spelling(text: "1", canonical: "1"),
        Spelling(text: "001", canonical: "1"),
        Spelling(text: "1.2", canonical: "1.2"),
        Spelling(text: "1_2", canonical: "1.2"),
        Spelling(text: "1.2.0", canonical: "1.2"),
        Spelling(text: "1_2.0_0", canonical: "1.2"),
        Spelling(text: "1.02", canonical: "1.2"),
        Spelling(text: "1.0.2", canonical: "1.0.2"),
        Spelling(text: "0", canonical: "0"),
        Spelling(text: "0.0.0", canonical: "0"),
        Spelling(text: "0.1", canonical: "0.1"),
        Spelling(text: "10", canonical: "10"),
        Spelling(text: "20240115103000", canonical: "20240115103000"),
        Spelling(text: "20260115_001", canonical: "20260115.1"),
        Spelling(text: "18446744073709551615", canonical: "18446744073709551615"),
        Spelling(text: "0000000000000000000000000000000000000007", canonical: "7"),
    ]

    @Test("a version has one canonical text, which reads back as the same version", arguments: spellings)
    func canonical(_ spelling: Spelling) throws {
        let version = try MigrationVersion(spelling.text)
        #expect(version.text == spelling.canonical)
        #expect("\(version)" == spelling.canonical)
        #expect(try MigrationVersion(version.text) == version)
    }

    static let groups: [[String]] = [
        ["1.2", "1.2.0", "1_2", "01.02", "1.2.0.0"],
        ["001", "1", "1.0", "1_0"],
        ["0", "00", "0.0"],
        ["20260115_001", "20260115.1"],
    ]

    @Test("spellings of one version are equal and have one hash", arguments: groups)
    func equal(_ group: [String]) throws {
        let versions = try group.map { try MigrationVersion($0) }
        #expect(Set(versions).count == 1)
        for one in versions {
            for other in versions {
                #expect(!(one < other))
            }
        }
    }

    @Test("versions are ordered number by number")
    func order() throws {
        let ascending = [
            "0", "0.0.1", "0.1", "1", "1.0.1", "1.1", "1.2", "1.2.1", "1.10", "2", "9", "10", "20260115.1",
            "20260115.2", "20240115103000", "18446744073709551615", "18446744073709551615.1",
        ]
        let versions = try ascending.map { try MigrationVersion($0) }
        #expect(versions.shuffled().sorted() == versions)
        for (earlier, later) in zip(versions, versions.dropFirst()) {
            #expect(earlier < later)
            #expect(earlier != later)
            #expect(!(later < earlier))
        }
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let text: String
        let reason: MigrationVersionError.Reason
        var testDescription: String { text.debugDescription }
    }

    static let refusals: [Refusal] = [
        Refusal(text: "", reason: .empty),
        Refusal(text: "abc", reason: .notANumber("abc")),
        Refusal(text: "v1.0", reason: .notANumber("v1")),
        Refusal(text: "V3", reason: .notANumber("V3")),
        Refusal(text: "1.x", reason: .notANumber("x")),
        Refusal(text: "-1", reason: .notANumber("-1")),
        Refusal(text: "+1", reason: .notANumber("+1")),
        Refusal(text: " 1", reason: .notANumber(" 1")),
        Refusal(text: "1 ", reason: .notANumber("1 ")),
        Refusal(text: "1-2", reason: .notANumber("1-2")),
        Refusal(text: "1..2", reason: .notANumber("")),
        Refusal(text: "1.", reason: .notANumber("")),
        Refusal(text: ".1", reason: .notANumber("")),
        Refusal(text: "_", reason: .notANumber("")),
        Refusal(text: "\u{0661}", reason: .notANumber("\u{0661}")),
        Refusal(text: "1\u{301}", reason: .notANumber("1\u{301}")),
        Refusal(text: "0x10", reason: .notANumber("0x10")),
        Refusal(text: "1e3", reason: .notANumber("1e3")),
        Refusal(text: "18446744073709551616", reason: .tooLarge("18446744073709551616")),
        Refusal(text: "1.99999999999999999999", reason: .tooLarge("99999999999999999999")),
    ]

    @Test("a text that is no version is refused with the piece that is wrong", arguments: refusals)
    func refused(_ refusal: Refusal) {
        #expect(throws: MigrationVersionError(text: refusal.text, reason: refusal.reason)) {
            try MigrationVersion(refusal.text)
        }
    }

    @Test("the sentences name the text and the piece, and show what is invisible")
    func sentences() {
        #expect(
            MigrationVersionError(text: "v1.0", reason: .notANumber("v1")).description
                == "`v1.0` is not a version: `v1` is not a number of the digits 0 to 9."
        )
        #expect(
            MigrationVersionError(text: "1..2", reason: .notANumber("")).description
                == "`1..2` is not a version: a number is missing at a `.` or `_`, or on one side of it."
        )
        #expect(
            MigrationVersionError(text: "1.\u{1B}", reason: .notANumber("\u{1B}")).description
                == "`1.\\u{1B}` is not a version: `\\u{1B}` is not a number of the digits 0 to 9."
        )
        #expect(
            MigrationVersionError(text: "18446744073709551616", reason: .tooLarge("18446744073709551616")).description
                == "`18446744073709551616` is not a version: "
                + "18446744073709551616 is larger than 18446744073709551615, the largest number."
        )
    }
}
