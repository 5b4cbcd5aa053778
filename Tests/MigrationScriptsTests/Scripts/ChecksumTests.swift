import CQLSyntax
import MigrationScripts
import SeededRandom
import Testing

/// What counts for a checksum and what does not.
@Suite struct ChecksumTests {
    static let original = """
        CREATE TABLE t (id int PRIMARY KEY, "Name" text);
        INSERT INTO t (id, "Name") VALUES (1, 'line1
        line2; -- no comment') USING TTL 60;
        CREATE FUNCTION f (a int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS $$
          return a; // it's ok
        $$;
        BEGIN BATCH
          UPDATE t SET "Name" = 'x' WHERE id = 1;
          DELETE FROM t WHERE id = 0xCAFE;
        APPLY BATCH;

        -- @down
        DROP TABLE t;
        """

    struct Checksums {
        let checksum: Checksum
        let undoChecksum: Checksum?
        let up: [Checksum]
        let down: [Checksum]?
    }

    /// All checksums of a text, whatever is wrong with it.
    func checksums(_ text: String) throws -> Checksums {
        let parsed = try #require(try read(text).parsed)
        return Checksums(
            checksum: try parsed.checksum(of: .up),
            undoChecksum: try parsed.down.map { _ in try parsed.checksum(of: .down) },
            up: try parsed.up.map { try $0.checksum() },
            down: try parsed.down?.map { try $0.checksum() }
        )
    }

    struct Edit: CustomTestStringConvertible, Sendable {
        let name: String
        let apply: @Sendable (String) -> String
        var testDescription: String { name }

        init(_ name: String, _ apply: @escaping @Sendable (String) -> String) {
            self.name = name
            self.apply = apply
        }

        static func replacing(_ old: String, with new: String) -> Edit {
            Edit("\(old.debugDescription) becomes \(new.debugDescription)") { $0.replacing(old, with: new) }
        }
    }

    static let cosmetic: [Edit] = [
        Edit("a byte order mark") { "\u{FEFF}" + $0 },
        Edit("CRLF, also in literals") { $0.replacing("\n", with: "\r\n") },
        Edit("CR, also in literals") { $0.replacing("\n", with: "\r") },
        Edit("a comment of each form in front") { "-- a; b\n// c's\n/* d\n; */\n" + $0 },
        Edit("comments between all statements") { $0.replacing(";\n", with: "; -- e 'f\n/* g */\n") },
        Edit("blanks around signs") { $0.replacing("(id", with: " ( id").replacing(" = ", with: "=") },
        Edit("indented by tabs") { "\t" + $0.replacing("\nINSERT", with: "\n\n\tINSERT") },
        Edit("a comment inside of a statement") {
            $0.replacing("CREATE TABLE t", with: "CREATE /* x */ TABLE -- y\n t")
        },
        Edit("empty statements") { ";" + $0.replacing("APPLY BATCH;", with: "APPLY BATCH;;\n;") },
        Edit("a remark for the linter") { "-- cqlmig:ignore x -- y\n" + $0 },
        Edit("another down part") { $0.replacing("DROP TABLE t;", with: "DROP FUNCTION f;\nDROP TABLE IF EXISTS t;") },
        Edit("an empty down part") { $0.replacing("DROP TABLE t;", with: "") },
        Edit("no down part") { String($0.prefix(upTo: $0.firstRange(of: "-- @down")?.lowerBound ?? $0.endIndex)) },
        Edit("no semicolon at the end") {
            String($0.prefix(upTo: $0.firstRange(of: ";\n\n-- @down")?.lowerBound ?? $0.endIndex))
        },
    ]

    @Test("what readers alone can see does not change the checksum", arguments: cosmetic)
    func unchanged(_ edit: Edit) throws {
        let edited = edit.apply(Self.original)
        #expect(Array(edited.utf8) != Array(Self.original.utf8))
        _ = try script(edited)
        let one = try checksums(Self.original)
        let other = try checksums(edited)
        #expect(other.checksum == one.checksum)
        #expect(other.up == one.up)
    }

    static let semantic: [Edit] = [
        .replacing("TABLE t (id int", with: "TABLE t (id bigint"),
        .replacing("CREATE TABLE t ", with: "CREATE TABLE IF NOT EXISTS t "),
        .replacing("\"Name\" text", with: "\"name\" text"),
        .replacing("\"Name\" text", with: "Name text"),
        .replacing("CREATE TABLE", with: "create table"),
        .replacing("VALUES (1,", with: "VALUES (2,"),
        .replacing("'line1\n", with: "'line1 \n"),
        .replacing("'line1\n", with: "'line1\n\n"),
        .replacing("no comment", with: "no  comment"),
        .replacing("it's ok", with: "it's OK"),
        .replacing("TTL 60", with: "TTL 61"),
        .replacing("0xCAFE", with: "0xCAFF"),
        .replacing("UPDATE t SET \"Name\" = 'x' WHERE id = 1;", with: ""),
        .replacing("BEGIN BATCH", with: "BEGIN UNLOGGED BATCH"),
        .replacing("'x'", with: "$$x$$"),
        .replacing("USING TTL 60", with: ""),
        Edit("the order of statements") { text in
            "USE a;\nUSE b;\n" + text
        },
        Edit("one more statement") { $0.replacing("APPLY BATCH;", with: "APPLY BATCH;\nUSE a;") },
    ]

    @Test("what a server can see changes the checksum", arguments: semantic)
    func changed(_ edit: Edit) throws {
        let edited = edit.apply(Self.original)
        #expect(edited != Self.original)
        let one = try checksums(Self.original)
        let other = try checksums(edited)
        #expect(other.checksum != one.checksum)
        #expect(other.undoChecksum == one.undoChecksum)
        #expect(other.up != one.up)
    }

    @Test("all edits give different checksums")
    func distinct() throws {
        var texts = Self.semantic.map { $0.apply(Self.original) }
        texts.append(Self.original)
        texts.append("USE b;\nUSE a;\n" + Self.original)
        #expect(Set(try texts.map { try checksums($0).checksum }).count == texts.count)
    }

    @Test("the down part has a checksum of its own")
    func down() throws {
        let one = try checksums("USE a;\n-- @down\nDROP TABLE t;")
        let cosmetic = try checksums("USE a;\n-- @down\n-- x\nDROP  TABLE t")
        let changed = try checksums("USE a;\n-- @down\nDROP TABLE u;")
        #expect(cosmetic.undoChecksum == one.undoChecksum)
        #expect(changed.undoChecksum != one.undoChecksum)
        #expect(changed.checksum == one.checksum)
        #expect(one.undoChecksum == (try checksums("DROP TABLE t;")).checksum)
        #expect(one.down == (try checksums("DROP TABLE t;")).up)
    }

    @Test("a directive changes the checksum of the script, and not the hash of its statement")
    func directive() throws {
        let plain = try checksums("USE a;\nUSE b;")
        let one = try checksums("USE a;\n-- @x 1\nUSE b;")
        let spaced = try checksums("USE a;\n--  @x   1  \nUSE b;")
        let other = try checksums("USE a;\n-- @x 2\nUSE b;")
        let moved = try checksums("-- @x 1\nUSE a;\nUSE b;")
        #expect(Set([plain, one, other, moved].map(\.checksum)).count == 4)
        #expect(spaced.checksum == one.checksum)
        #expect(one.up == plain.up)
    }

    @Test("a statement has one hash wherever it stands")
    func statementHash() throws {
        let one = try checksums("USE a;\nDROP TABLE t;")
        let other = try checksums("-- x\nDROP /* y */ TABLE t;\nUSE a;")
        #expect(one.up[1] == other.up[0])
        #expect(one.up[0] == other.up[1])
        #expect(one.up[0] != one.up[1])
    }

    @Test("tokens cannot move from one to the next unseen")
    func boundaries() throws {
        let texts = [
            "INSERT INTO t (a, b) VALUES ('x', 'y');", "INSERT INTO t (a, b) VALUES ('x, y', '');",
            "INSERT INTO t (ab) VALUES ('x', 'y');", "INSERT INTO t (a b) VALUES ('x', 'y');",
            "INSERT INTO t (a, b) VALUES ('x'', ''y');", "USE a; USE b;", "USE a USE b;",
        ]
        #expect(Set(try texts.map { try checksums($0).checksum }).count == texts.count)
    }

    /// Computed by another program from the form that `ParsedScript.canonicalBytes(of:)` describes.
    @Test("the checksums of stored scripts never change")
    func golden() throws {
        let table = try checksums("CREATE TABLE t (id int PRIMARY KEY);")
        #expect(
            table.checksum.description == "t1:45f7d62a2ec08799db00684b3451c7ce693719411e0f0dc5bd58bb1b1ca57aad"
        )
        #expect(table.up[0] == table.checksum)
        let original = try script(Self.original)
        #expect(original.checksum.hex == "64e6fb9f4a1835a95cf4fbae0d3dcb78dfbfdfd4da22e8af8f215c7c8c06d5df")
        #expect(original.undoChecksum?.hex == "5fcdf6e589d7fde36508f1b81425326a617b68054e2c21cca251d949efeaf264")
    }

    /// Statements as tokens between which anything may stand that separates.
    static let statements: [[String]] = [
        ["CREATE", "TABLE", "t", "(", "id", "int", "PRIMARY", "KEY", ",", "\"a;b\"", "text", ")"],
        ["ALTER", "TABLE", "ks", ".", "t", "ADD", "c", "frozen", "<", "list", "<", "int", ">", ">"],
        ["INSERT", "INTO", "t", "(", "id", ")", "VALUES", "(", "'it''s;--'", ",", "-1.5", ",", "0xAB", ")"],
        ["DROP", "INDEX", "IF", "EXISTS", "i"],
    ]

    @Test("any separation of the same tokens has one checksum, and any other token another", arguments: 0..<100)
    func separation(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let separators = [" ", "\n", "\r\n", "\r", "\t ", " /* ; ' */ ", " -- it's;\n", " // \" $$\r\n", "\n\n  "]
        var tokens = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            Self.statements[Int.random(in: 0..<Self.statements.count, using: &random)]
        }
        func render() -> String {
            tokens.map { statement in
                statement.map { $0 + separators[Int.random(in: 0..<separators.count, using: &random)] }.joined() + ";"
            }.joined(separator: separators[Int.random(in: 0..<separators.count, using: &random)])
        }
        let one = try checksums(render())
        let other = try checksums(render())
        #expect(one.checksum == other.checksum)
        #expect(one.up == other.up)

        let changed = Int.random(in: 0..<tokens.count, using: &random)
        tokens[changed].insert("x", at: Int.random(in: 1...tokens[changed].count, using: &random))
        let edited = try checksums(render())
        #expect(edited.checksum != one.checksum)
        for (number, (old, new)) in zip(one.up, edited.up).enumerated() {
            #expect((old == new) == (number != changed))
        }
    }
}
