import Testing

@testable import CQLLint

@Suite struct HiddenCharactersTests {
    @Test("a blank, a quote or a dash that is none is found between words")
    func found() {
        expectFindings(of: .hiddenCharacters, in: "INSERT INTO« »users (id) VALUES (1);")
        expectFindings(of: .hiddenCharacters, in: "INSERT INTO users (id, phone) VALUES (1, «‘»1’);")
        expectFindings(of: .hiddenCharacters, in: "SELECT a«​»b FROM users;")
    }

    @Test("a name that cannot be typed, and text that is shown the other way around, are found")
    func silent() {
        expectFindings(of: .hiddenCharacters, in: "CREATE TABLE t («\"a​b\"» int PRIMARY KEY);")
        expectFindings(of: .hiddenCharacters, in: "INSERT INTO users (phone) VALUES («'a‮b'»);")
        expectFindings(
            of: .hiddenCharacters,
            in:
                """
                «-- ⁦ seen»
                USE a;
                """)
    }

    @Test("text in another script is text")
    func third() {
        expectFindings(of: .hiddenCharacters, in: "INSERT INTO users (phone) VALUES ('café – 👩‍🚀');")
        expectFindings(of: .hiddenCharacters, in: "CREATE TABLE \"üser\" (id int PRIMARY KEY);")
        expectFindings(
            of: .hiddenCharacters,
            in:
                """
                -- für alle
                USE a;
                """)
    }
}
