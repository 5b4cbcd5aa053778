import Testing

@testable import CQLLint

@Suite struct IfNotExistsMasksTests {
    @Test("the definition is another one")
    func found() {
        expectFindings(
            of: .ifNotExistsMasks, in: "CREATE TABLE IF NOT EXISTS «users» (id int PRIMARY KEY, mail text);",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(
            of: .ifNotExistsMasks,
            in:
                "CREATE TABLE IF NOT EXISTS «users» (id int PRIMARY KEY, phone text, n int) WITH gc_grace_seconds = 100000;",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(
            of: .ifNotExistsMasks, in: "CREATE TYPE IF NOT EXISTS «t» (g int);",
            others: ["V1__a.cql": "CREATE TYPE t (f int);"])
    }

    @Test("the definition is the same, or there was none")
    func silent() {
        expectFindings(
            of: .ifNotExistsMasks, in: "CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, n int, phone text);",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(of: .ifNotExistsMasks, in: "CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY);")
        expectFindings(
            of: .ifNotExistsMasks, in: "CREATE TYPE IF NOT EXISTS t (f int);",
            others: ["V1__a.cql": "CREATE TYPE t (f int);"])
        expectFindings(
            of: .ifNotExistsMasks, in: "CREATE TABLE users (id int PRIMARY KEY, mail text);",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
    }
}
