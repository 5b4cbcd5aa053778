import FoundationEssentials
import Testing

@testable import CqlmigCommands

/// Times, widths, and text that is safe to print.
@Suite struct TextTests {
    @Test("moments are UTC, with milliseconds for programs")
    func moments() {
        #expect(TimeText.iso(World.now) == "2026-01-15T10:30:00.000Z")
        #expect(TimeText.iso(Date(timeIntervalSince1970: 0.0625)) == "1970-01-01T00:00:00.062Z")
        #expect(TimeText.iso(Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59.500Z")
        #expect(TimeText.iso(Date(timeIntervalSince1970: 951_868_799)) == "2000-02-29T23:59:59.000Z")
        #expect(TimeText.iso(Date(timeIntervalSince1970: 1e18)) == "9999-12-31T23:59:59.999Z")
        #expect(TimeText.iso(Date(timeIntervalSince1970: -1e18)) == "0000-01-01T00:00:00.000Z")
        #expect(TimeText.table(World.now) == "2026-01-15 10:30:00")
    }

    @Test("a date and its number of days are two sides of one")
    func dates() {
        for days in stride(from: Int64(-800_000), through: 3_000_000, by: 997) {
            #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
        }
        #expect(CivilDate(daysSince1970: 0) == CivilDate(year: 1970, month: 1, day: 1))
        #expect(CivilDate(year: 2026, month: 1, day: 15).daysSince1970 == 20_468)
    }

    @Test(
        "durations are written in the unit that suits them",
        arguments: [
            (0, "0 ms"), (-5, "0 ms"), (999, "999 ms"), (1000, "1.00 s"), (1259, "1.25 s"), (59_999, "59.99 s"),
            (60_000, "1 min 00 s"), (125_500, "2 min 05 s"), (3_599_999, "59 min 59 s"), (7_260_000, "2 h 01 min"),
        ] as [(Int64, String)])
    func durations(_ milliseconds: Int64, _ text: String) {
        #expect(ElapsedText.format(milliseconds: milliseconds) == text)
        #expect(ElapsedText.format(.milliseconds(milliseconds)) == text)
    }

    @Test("text of others cannot steer the terminal")
    func safe() {
        #expect(SafeText.line("a\nb\tc\r\u{1B}[2Jd\u{202E}é\u{85}") == "a b c\\u{1b}[2Jd\\u{202e}é\\u{85}")
        #expect(SafeText.lines("a\n\tb\r\n\u{7}") == "a\n\tb\n\\u{7}")
        #expect(SafeText.line("plain ~ text") == "plain ~ text")
    }

    @Test(
        "the width of a text is that of its columns",
        arguments: [("", 0), ("abc", 3), ("größe", 5), ("e\u{301}", 1), ("漢字", 4), ("ｆ", 2), ("😀", 2), ("한", 2)])
    func widths(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test("a wide character is not cut in half")
    func cut() {
        #expect(DisplayWidth.prefix(of: "a漢b", columns: 2) == "a")
        #expect(DisplayWidth.prefix(of: "a漢b", columns: 3) == "a漢")
        #expect(DisplayWidth.prefix(of: "abc", columns: 0) == "")
    }

    @Test("numbers and nouns agree")
    func counts() {
        #expect([0, 1, 2].map { counted($0, "script") } == ["0 scripts", "1 script", "2 scripts"])
    }
}
