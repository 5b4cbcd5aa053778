/// A script of the torture, and what its statements leave behind when each has run once.
///
/// Each kind of statement shows in its own way that it ran twice or not at all: a counter and a list have another value, a
/// table cannot be made twice, and one that is dropped twice has lost its row.
struct TortureScript: Sendable {
    let number: Int

    /// The first makes what the others write to.
    static let first = 1

    var name: String { "V\(number)__step_\(number).cql" }

    var text: String {
        guard number > Self.first else {
            return """
                CREATE TABLE counted (id int PRIMARY KEY, n counter);
                CREATE TABLE listed (id int PRIMARY KEY, l list<int>);

                """
        }
        return """
            CREATE TABLE made\(number) (id int PRIMARY KEY, v text);
            UPDATE counted SET n = n + 1 WHERE id = \(number);
            ALTER TABLE made\(number) ADD w int;
            INSERT INTO made\(number) (id, v, w) VALUES (1, 'a;b', \(number));
            UPDATE listed SET l = l + [\(number)] WHERE id = \(number);
            CREATE TABLE remade\(number) (id int PRIMARY KEY);
            DROP TABLE remade\(number);
            CREATE TABLE remade\(number) (id int PRIMARY KEY, w int);
            INSERT INTO remade\(number) (id, w) VALUES (1, \(number));

            """
    }

    /// The statements that change data and must not run twice: what only an operator can tell of.
    static let counting = 2
    static let listing = 5
}
