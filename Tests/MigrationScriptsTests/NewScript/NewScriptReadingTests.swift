import CQLSyntax
import MigrationScripts
import Testing

/// What is made has to be what is read.
@Suite struct NewScriptReadingTests {
    static let descriptions = [
        "add users", "x\nDROP TABLE users;", "a\r-- @down", "@down", "x\u{2028}-- @down", "a */ DROP TABLE t; /* b",
        "it's \"quoted\" $$", "@phase contract", "caf\u{E9} \u{1F600}",
    ]

    @Test("a new script lacks nothing but statements, whatever its description", arguments: descriptions)
    func empty(_ description: String) throws {
        let forms: [NewScript.Form] = [
            .versioned(.next, undo: .part), .versioned(.next, undo: .file), .repeatable, .always,
        ]
        for form in forms {
            for file in try NewScript(description: description, form: form, existing: []).files {
                let read = try read(file.text, as: file.name)
                #expect(read.problems.map(\.code) == [.noStatements])
                #expect(read.parsed?.down == (form == .versioned(.next, undo: .part) ? [] : nil))
            }
        }
    }

    @Test("a new script with statements is a script", arguments: descriptions)
    func filled(_ description: String) throws {
        let content = NewScript.Content(up: "CREATE TABLE t (id int PRIMARY KEY);", down: "DROP TABLE t;")
        let part = try NewScript(
            description: description, form: .versioned(.next, undo: .part), existing: [], content: content)
        let one = try script(part.files[0].text, as: part.files[0].name)
        #expect(one.parsed().up.map(\.text) == ["CREATE TABLE t (id int PRIMARY KEY)"])
        #expect(one.parsed().down?.map(\.text) == ["DROP TABLE t"])

        let pair = try NewScript(
            description: description, form: .versioned(.next, undo: .file), existing: [], content: content)
        let versioned = try script(pair.files[0].text, as: pair.files[0].name)
        let undo = try script(pair.files[1].text, as: pair.files[1].name)
        #expect(versioned.checksum == one.checksum)
        #expect(undo.checksum == one.undoChecksum)
        #expect(undo.kind == .undo)
    }
}
