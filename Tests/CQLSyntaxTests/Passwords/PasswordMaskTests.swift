import CQLSyntax
import Testing

@Suite struct PasswordMaskTests {
    struct Vector: CustomTestStringConvertible {
        let text: String
        let masked: String

        init(_ text: String, _ masked: String) {
            self.text = text
            self.masked = masked
        }

        /// A text in which nothing is hidden.
        init(same text: String) { self.init(text, text) }

        var testDescription: String { text.debugDescription }
    }

    static let statements = [
        Vector("CREATE ROLE r WITH PASSWORD = 's3cret'", "CREATE ROLE r WITH PASSWORD = '********'"),
        Vector("create user u with password 's3''cret' superuser", "create user u with password '********' superuser"),
        Vector(
            "ALTER ROLE r WITH HASHED PASSWORD='$2a$10$x' AND LOGIN = true;",
            "ALTER ROLE r WITH HASHED PASSWORD='********' AND LOGIN = true;"),
        Vector(
            "CREATE ROLE r WITH PASSWORD = $$s3'cret$$ AND LOGIN = true",
            "CREATE ROLE r WITH PASSWORD = '********' AND LOGIN = true"),
        Vector(
            "CREATE ROLE r WITH LOGIN = true AND PASSWORD\n  = -- here it is\n /* it's */ 's3cret';\nDROP TABLE a",
            "CREATE ROLE r WITH LOGIN = true AND PASSWORD\n  = -- here it is\n /* it's */ '********';\nDROP TABLE a"),
        Vector(
            "CREATE ROLE r WITH OPTIONS = {'Custom_Password' : 's3cret', 'x': 'y', 'ldap.passwd.2': 's3'}",
            "CREATE ROLE r WITH OPTIONS = {'Custom_Password' : '********', 'x': 'y', 'ldap.passwd.2': '********'}"),
        Vector(
            "CREATE ROLE a WITH PASSWORD = ''; CREATE ROLE b WITH PASSWORD = 'x';",
            "CREATE ROLE a WITH PASSWORD = '********'; CREATE ROLE b WITH PASSWORD = '********';"),
        Vector(same: "CREATE ROLE r WITH PASSWORD = ? AND LOGIN = true"),
        Vector(same: "CREATE ROLE r WITH GENERATED PASSWORD AND LOGIN = true"),
        Vector(same: "CREATE TABLE users (id uuid PRIMARY KEY, password text)"),
        Vector(same: "INSERT INTO users (id, password) VALUES (1, 'x')"),
        Vector(same: "SELECT password, 'password', 'x' FROM users"),
        Vector(same: "INSERT INTO t (k, v) VALUES ('password', 'x')"),
        Vector(same: "CREATE ROLE r WITH OPTIONS = {'a': 'password', 'b': 'x'}"),
        Vector("SELECT * FROM users WHERE password = 's3cret'", "SELECT * FROM users WHERE password = '********'"),
        Vector(
            "INSERT INTO t (cql) VALUES ('CREATE ROLE r WITH PASSWORD = ''s3cret''; x')",
            "INSERT INTO t (cql) VALUES ('CREATE ROLE r WITH PASSWORD = ''********''; x')"),
    ]

    static let broken = [
        Vector("CREATE ROLE r WITH PASSWORD = 's3cret", "CREATE ROLE r WITH PASSWORD = '********'"),
        Vector("CREATE ROLE r WITH PASSWORD = $$s3cret", "CREATE ROLE r WITH PASSWORD = '********'"),
        Vector("CREATE ROLE r WITH PASSWORD = s3cret;", "CREATE ROLE r WITH PASSWORD = '********';"),
        Vector("CREATE ROLE r WITH PASSWORD = \"s3 cret\" AND", "CREATE ROLE r WITH PASSWORD = '********' AND"),
        Vector("CREATE ROLE r WITH PASSWORD = ‘s3 cret’ AND", "CREATE ROLE r WITH PASSWORD = '********' AND"),
        Vector("CREATE ROLE r WITH PASSWORD == 's3cret'", "CREATE ROLE r WITH PASSWORD == '********'"),
        Vector(
            "'never closed CREATE ROLE r WITH PASSWORD = 's3cret' x",
            "'never closed CREATE ROLE r WITH PASSWORD = '********' x"),
        Vector("/* CREATE ROLE r WITH PASSWORD = 's3cret'", "/* CREATE ROLE r WITH PASSWORD = '********'"),
        Vector("OPTIONS = {'password' 's3cret'}", "OPTIONS = {'password' '********'}"),
        Vector("OPTIONS = {password: s3cret}", "OPTIONS = {password: '********'}"),
        Vector("OPTIONS = {'password': s3cret, x", "OPTIONS = {'password': '********', x"),
        Vector("WITH PASSWORD = ", "WITH PASSWORD = "),
        Vector("PASSWORD", "PASSWORD"),
    ]

    /// Messages of Cassandra 5.0.9, and of other servers.
    static let messages = [
        Vector(
            "line 1:40 mismatched input 'foo' expecting EOF (...r WITH PASSWORD = 's3cret' [foo])",
            "line 1:40 mismatched input 'foo' expecting EOF (...r WITH PASSWORD = '********' [foo])"),
        Vector(
            "line 1:28 mismatched input 's3cret' expecting '=' (CREATE ROLE r WITH PASSWORD ['s3cr]...)",
            "line 1:28 mismatched input '********' expecting '=' (CREATE ROLE r WITH PASSWORD ['********']...)"),
        Vector(
            "line 1:30 mismatched input 's3cret' expecting STRING_LITERAL (...ROLE r WITH PASSWORD = [s3cret])",
            "line 1:30 mismatched input '********' expecting STRING_LITERAL (...ROLE r WITH PASSWORD = ['********'])"),
        Vector(
            "line 1:41 no viable alternative at input 's3cret' (... WITH OPTIONS = {'password' ['s3cr]...)",
            "line 1:41 no viable alternative at input '********' (... WITH OPTIONS = {'password' ['********']...)"),
        Vector(same: "Provided username cassandra and/or password are incorrect"),
        Vector(same: "Multiple definition for property 'PASSWORD'"),
        Vector(same: "Password must be longer than 8 characters: see the manual"),
        Vector(same: "line 1:28 mismatched input '=' expecting STRING_LITERAL (CREATE USER u WITH PASSWORD [=]...)"),
    ]

    @Test("passwords are masked, and nothing else is", arguments: statements + broken + messages)
    func masked(_ vector: Vector) {
        #expect(PasswordMask.masked(vector.text) == vector.masked)
        #expect(PasswordMask.masked(vector.masked) == vector.masked)
    }

    @Test("a mask that knows the statement hides its passwords wherever a message repeats them")
    func known() {
        let mask = PasswordMask(
            secretsOf: "CREATE ROLE r WITH PASSWORD = 'it''s s3cret' AND OPTIONS = {'password': 'abc'}")
        #expect(mask.masked("got it's s3cret") == "got ********")
        #expect(mask.masked("got it''s s3cret here") == "got ******** here")
        #expect(mask.masked("mismatched input 'abc' expecting EOF") == "mismatched input '********' expecting EOF")
        // So short a password occurs in other words; only between quotes is it the password.
        #expect(mask.masked("the alphabet begins with abc") == "the alphabet begins with abc")
    }

    @Test("ranges hold the quotes")
    func ranges() {
        let marked = MarkedText("CREATE ROLE r WITH PASSWORD = «'a'» AND OPTIONS = {'password': «$$b$$»}")
        #expect(PasswordMask.ranges(in: marked.source.bytes) == marked.ranges)
    }

    @Test("a line is shown without passwords that begin on another, and columns follow the mask")
    func lines() {
        let source = SourceText(name: "t", text: "CREATE ROLE r WITH PASSWORD =\n'é' AND x = 1;\nDROP ROLE r;")
        let line = SourceLine(2, of: source)
        #expect(line.text == "'********' AND x = 1;")
        #expect([1, 2, 3, 4, 5].map { line.shownColumn(of: $0) } == [1, 2, 3, 11, 12])
        #expect(SourceLine(1, of: source).text == "CREATE ROLE r WITH PASSWORD =")
        #expect(SourceLine(3, of: source).shownColumn(of: 6) == 6)
        #expect(SourceLine(4, of: source).text == "")
    }

    @Test("a text full of keys and comments takes no time that grows with its square")
    func hostile() {
        for piece in [
            "password/*", "-- password\n", "password.", "password ", "password'", "{password:", "password=$$",
        ] {
            let text = String(repeating: piece, count: 5_000)
            #expect(!PasswordMask.masked(text).isEmpty)
        }
    }
}
