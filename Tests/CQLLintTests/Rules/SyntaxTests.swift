import Testing

@testable import CQLLint

@Suite struct SyntaxTests {
    @Test("what cannot be read is one finding, with the word that was meant")
    func finds() {
        expectFindings(of: .syntax, in: "CREATE «TABEL» a (id int PRIMARY KEY);")
        expectFindings(
            of: .syntax,
            in: """
                ALTER TABLE a «MDDADD» b int;
                ALTER TABLE a DORP b;
                """)
    }

    @Test("all that the releases read is in order")
    func passes() {
        expectFindings(
            of: .syntax,
            in: """
                /* first; it's a block */
                CREATE TABLE a (id int PRIMARY KEY);
                // line; comment
                CREATE TABLE "a;b" (id int PRIMARY KEY, "it's--x" text);
                """)
        expectFindings(
            of: .syntax,
            in: """
                CREATE FUNCTION f(a int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS $$ int b = a; return b; // it's ok
                $$;
                """)
        expectFindings(
            of: .syntax,
            in: """
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                INSERT INTO t (id) VALUES (2);
                APPLY BATCH;
                """)
    }
}
