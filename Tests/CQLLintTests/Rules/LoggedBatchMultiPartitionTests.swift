import Testing

@testable import CQLLint

@Suite struct LoggedBatchMultiPartitionTests {
    @Test("several partitions of a table that is known")
    func found() {
        expectFindings(
            of: .loggedBatchMultiPartition,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                «BEGIN BATCH
                INSERT INTO t (id, v) VALUES (1, 1);
                UPDATE t SET v = 2 WHERE id = 2;
                APPLY BATCH»;
                """)
    }

    @Test("one partition, two tables, no log, nothing known")
    func silent() {
        expectFindings(
            of: .loggedBatchMultiPartition,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                BEGIN BATCH
                INSERT INTO t (id, v) VALUES (1, 1);
                UPDATE t SET v = 2 WHERE id = 1;
                APPLY BATCH;
                """)
        expectFindings(
            of: .loggedBatchMultiPartition,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                CREATE TABLE u (id int PRIMARY KEY);
                BEGIN BATCH
                INSERT INTO t (id) VALUES (1);
                INSERT INTO u (id) VALUES (1);
                APPLY BATCH;
                """)
        expectFindings(
            of: .loggedBatchMultiPartition,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                BEGIN UNLOGGED BATCH
                INSERT INTO t (id) VALUES (1);
                INSERT INTO t (id) VALUES (2);
                APPLY BATCH;
                """)
        expectFindings(
            of: .loggedBatchMultiPartition,
            in:
                """
                BEGIN BATCH
                INSERT INTO nowhere (id) VALUES (1);
                INSERT INTO nowhere (id) VALUES (2);
                APPLY BATCH;
                """)
    }
}
