import CQLSyntax
import MigrationScripts
import Testing

@Suite struct ScriptConflictsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// Paths; a `+` behind one stands for a `-- @down` part.
        let files: [String]
        var knowsAllNames = true
        let problems: [String]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a folder of all kinds",
            files: ["V1__a.cql+", "V2__b.cql", "U2__b.cql", "R__x.cql", "A__x.cql"],
            problems: []
        ),
        Case(
            name: "11: 4 and 004 are one version",
            files: ["V4__p.cql", "V004__q.cql"],
            problems: ["m/V4__p.cql: error[duplicate-version]: Version 4 is also that of `m/V004__q.cql`."]
        ),
        Case(
            name: "11: 1.01.0 and 1.1.0 are one version",
            files: ["V1.01.0__m.cql", "V1.1.0__n.cql"],
            problems: ["m/V1.1.0__n.cql: error[duplicate-version]: Version 1.1 is also that of `m/V1.01.0__m.cql`."]
        ),
        Case(
            name: "three files of one version in different folders are two problems",
            files: ["a/V1__x.cql", "b/V1__x.cql", "c/V1.0__x.cql"],
            problems: [
                "m/b/V1__x.cql: error[duplicate-version]: Version 1 is also that of `m/a/V1__x.cql`.",
                "m/c/V1.0__x.cql: error[duplicate-version]: Version 1 is also that of `m/a/V1__x.cql`.",
            ]
        ),
        Case(
            name: "plain numbered groups join the version",
            files: ["20260115_001_a.cql", "20260115_1_b.cql"],
            problems: [
                "m/20260115_1_b.cql: error[duplicate-version]: Version 20260115.1 is also that of `m/20260115_001_a.cql`."
            ]
        ),
        Case(
            name: "prefixed and plain numbered files",
            files: ["V1__a.cql", "V2__b.cql", "003_c.cql", "004_d.cql"],
            problems: ["m/003_c.cql: error[mixed-names]: `m/003_c.cql` is plain numbered, and `m/V1__a.cql` is not."]
        ),
        Case(name: "undo scripts go with plain numbers", files: ["001_a.cql", "U1__a.cql"], problems: []),
        Case(
            name: "an undo without its script",
            files: ["V1__a.cql", "U2__b.cql"],
            problems: [
                "m/U2__b.cql: error[orphan-undo]: There is no script of version 2 that this undo script could take back."
            ]
        ),
        Case(
            name: "an undo without its script where a name could not be read",
            files: ["V1__a.cql", "U2__b.cql"],
            knowsAllNames: false,
            problems: []
        ),
        Case(
            name: "two undo scripts of one version, compared as versions",
            files: ["V1.2__a.cql", "U1.2__a.cql", "U1_2_0__b.cql"],
            problems: [
                "m/U1_2_0__b.cql: error[duplicate-undo]: `m/U1.2__a.cql` is an undo script of version 1.2, too."
            ]
        ),
        Case(
            name: "a down part and an undo script",
            files: ["V1__a.cql+", "U1.0__a.cql"],
            problems: [
                "m/U1.0__a.cql: error[two-undos]: Version 1 is taken back by this script "
                    + "and by the `-- @down` part of `m/V1__a.cql`."
            ]
        ),
        Case(
            name: "equal descriptions within a kind, not across kinds",
            files: ["R__x.cql", "a/R__x.cql", "A__x.cql", "a/A__x.cql", "R__X.cql", "V1__x.cql"],
            problems: [
                "m/a/A__x.cql: error[duplicate-description]: `m/A__x.cql` has the description `x`, too, "
                    + "by which scripts of the kind `always` are told apart.",
                "m/a/R__x.cql: error[duplicate-description]: `m/R__x.cql` has the description `x`, too, "
                    + "by which scripts of the kind `repeatable` are told apart.",
            ]
        ),
        Case(
            name: "descriptions that look alike because of composed letters are one",
            files: ["a/R__\u{E9}.cql", "b/R__e\u{301}.cql"],
            problems: [
                "m/b/R__e\u{301}.cql: error[duplicate-description]: `m/a/R__\u{E9}.cql` has the description `\u{E9}`, "
                    + "too, by which scripts of the kind `repeatable` are told apart."
            ]
        ),
        Case(
            name: "everything at once",
            files: ["V1__a.cql", "V01__b.cql", "002_c.cql", "U3__d.cql", "R__x.cql", "y/R__x.cql"],
            problems: [
                "m/002_c.cql: error[mixed-names]: `m/002_c.cql` is plain numbered, and `m/V01__b.cql` is not.",
                "m/U3__d.cql: error[orphan-undo]: There is no script of version 3 that this undo script could take back.",
                "m/V1__a.cql: error[duplicate-version]: Version 1 is also that of `m/V01__b.cql`.",
                "m/y/R__x.cql: error[duplicate-description]: `m/R__x.cql` has the description `x`, too, "
                    + "by which scripts of the kind `repeatable` are told apart.",
            ]
        ),
    ]

    @Test("conflicts name all the files that they are about", arguments: cases)
    func conflicts(_ expected: Case) throws {
        let outlines = try expected.files.map { marked in
            let path = marked.replacing("+", with: "")
            let name = try ScriptName(fileName: String(path.split(separator: "/").last ?? ""))
            let file = ScriptFile(path: path, shownPath: "m/" + path, name: name)
            return ScriptOutline(file: file, hasDownPart: marked != path)
        }
        for order in [outlines, outlines.reversed(), outlines.shuffled()] {
            let problems = ScriptConflicts(among: order, knowsAllNames: expected.knowsAllNames).problems
            #expect(problems.map(\.description) == expected.problems)
            #expect(problems.allSatisfy { $0.hint != nil && $0.place == nil })
        }
    }
}
