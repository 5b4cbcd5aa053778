public import CQLSyntax
import MigrationEngine

extension Scenario {
    /// Five scripts of four statements: definitions and data of every kind that is told apart when an answer is missing.
    public static func large(on release: CassandraRelease = .v50) -> Scenario {
        Scenario(
            "5 scripts of 4 statements on \(release.rawValue)",
            [
                (
                    "V1__users.cql",
                    """
                    CREATE TABLE users (id int PRIMARY KEY, name text, tags list<text>);
                    CREATE TYPE address (street text, city text);
                    ALTER TABLE users ADD home frozen<address>;
                    CREATE INDEX users_by_name ON users (name);
                    """
                ),
                (
                    "V2__data.cql",
                    """
                    INSERT INTO users (id, name) VALUES (1, 'ann');
                    INSERT INTO users (id, name) VALUES (2, 'bob') IF NOT EXISTS;
                    UPDATE users SET tags = tags + ['new'] WHERE id = 1;
                    BEGIN BATCH
                        INSERT INTO users (id, name) VALUES (3, 'cid');
                        INSERT INTO users (id, name) VALUES (4, 'dan');
                    APPLY BATCH;
                    """
                ),
                (
                    "V3__visits.cql",
                    """
                    CREATE TABLE visits (page text PRIMARY KEY, count counter);
                    UPDATE visits SET count = count + 1 WHERE page = 'home';
                    ALTER TABLE visits WITH comment = 'who came';
                    UPDATE visits SET count = count + 2 WHERE page = 'home';
                    """
                ),
                (
                    "V4__notes.cql",
                    """
                    CREATE TABLE notes (id int PRIMARY KEY, body text);
                    INSERT INTO notes (id, body) VALUES (1, 'old');
                    DROP TABLE notes;
                    CREATE TABLE notes (id int PRIMARY KEY,  body text);
                    """
                ),
                (
                    "V5__end.cql",
                    """
                    INSERT INTO notes (id, body) VALUES (2, 'new');
                    UPDATE users SET name = 'anna' WHERE id = 1 IF name = 'ann';
                    DROP INDEX users_by_name;
                    ALTER TYPE address ADD zip text;
                    """
                ),
            ],
            mode: .statement, release: release, tables: ["users", "visits", "notes"],
            repeatable: [
                "INSERT INTO users (id, name) VALUES (1", "BEGIN BATCH", "INSERT INTO notes",
            ])
    }

    /// One script that can be run twice without an error, and counts how often it was.
    public static func counting(on release: CassandraRelease = .v50) -> Scenario {
        Scenario(
            "1 script that counts on \(release.rawValue)",
            [
                (
                    "V1__totals.cql",
                    """
                    CREATE TABLE IF NOT EXISTS totals (name text PRIMARY KEY, count counter);
                    UPDATE totals SET count = count + 1 WHERE name = 'runs';
                    UPDATE totals SET count = count + 1 WHERE name = 'ends';
                    """
                )
            ],
            mode: .statement, release: release, tables: ["totals"], repeatable: [])
    }

    /// Two scripts, in which the nodes are waited for at a script's end and before data alone.
    public static func small(on release: CassandraRelease = .v50) -> Scenario {
        Scenario(
            "2 scripts in mode script on \(release.rawValue)",
            [
                (
                    "V1__orders.cql",
                    """
                    CREATE TABLE orders (id int PRIMARY KEY, state text);
                    CREATE TYPE item (name text);
                    ALTER TABLE orders ADD items list<frozen<item>>;
                    DROP TABLE orders;
                    CREATE TABLE orders (id int PRIMARY KEY,  state text);
                    """
                ),
                (
                    "V2__totals.cql",
                    """
                    CREATE TABLE totals (name text PRIMARY KEY, count counter);
                    UPDATE totals SET count = count + 1 WHERE name = 'orders';
                    CREATE INDEX orders_by_state ON orders (state);
                    INSERT INTO orders (id, state) VALUES (1, 'open');
                    """
                ),
            ],
            mode: .script, release: release, tables: ["orders", "totals"], repeatable: ["INSERT INTO orders"])
    }
}
