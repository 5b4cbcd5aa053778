import Testing

@testable import CQLLint

@Suite struct NestedBatchTests {
    @Test("a batch in a batch")
    func found() {
        expectFindings(
            of: .nestedBatch,
            in:
                """
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                «BEGIN» BATCH
                INSERT INTO t (id) VALUES (2);
                APPLY BATCH;
                APPLY BATCH;
                """)
    }

    @Test("a batch behind a batch")
    func silent() {
        expectFindings(
            of: .nestedBatch,
            in:
                """
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                APPLY BATCH;
                BEGIN BATCH
                INSERT INTO t (id) VALUES (2);
                APPLY BATCH;
                """)
    }
}
