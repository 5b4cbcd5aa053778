import Testing

@testable import CQLLint

@Suite struct DdlInBatchTests {
    @Test("a change of the schema in a batch")
    func found() {
        expectFindings(
            of: .ddlInBatch,
            in:
                """
                BEGIN BATCH
                «CREATE» TABLE u (id int PRIMARY KEY);
                APPLY BATCH;
                """)
        expectFindings(
            of: .ddlInBatch,
            in:
                """
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                «TRUNCATE» t;
                APPLY BATCH;
                """)
    }

    @Test("rows are what a batch is for")
    func silent() {
        expectFindings(
            of: .ddlInBatch,
            in:
                """
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                APPLY BATCH;
                CREATE TABLE u (id int PRIMARY KEY);
                """)
    }
}
