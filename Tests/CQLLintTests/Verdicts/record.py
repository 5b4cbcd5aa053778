#!/usr/bin/env python3
"""Ask a node of Apache Cassandra every statement of claims.tsv again, and write its answers into the column of its release.

    record.py HOST RELEASE [--switched-on]

The node has one data centre, dc1. Without --switched-on it runs with user-defined functions, materialized views (4.0 and
later) and SASI switched off, as servers are delivered; the lines whose setup begins with [switched on] are asked of a node
on which they, and auto_snapshot = false, are on. Needs the package cassandra-driver.
"""
import pathlib
import re
import sys

from cassandra.cluster import EXEC_PROFILE_DEFAULT, Cluster, ExecutionProfile

FILE = pathlib.Path(__file__).with_name("claims.tsv")
MARK = "[switched on] "
REPLICATION = "{'class': 'SimpleStrategy', 'replication_factor': 1}"


def ask(session, statement):
    """The answer: `ok`, or the kind of error and its text without what differs from one run to the next."""
    try:
        session.execute(statement)
        return "ok"
    except Exception as error:
        text = re.sub(r'(Error from server: )?code=\w+ \[[^\]]*\] message="?', "", str(error).replace("\n", " "))
        text = re.sub(r"\bq\d+\b", "ks", re.sub(r"/\S+/", "…/", text)).replace("\t", " ")
        return f"{type(error).__name__}: {text.rstrip('})').rstrip('>').rstrip(chr(34))}"[:220]


def characters(text):
    return re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), text)


def main():
    host, release = sys.argv[1:3]
    switched_on = "--switched-on" in sys.argv
    rows = [line.split("\t") for line in FILE.read_text().splitlines()]
    column = rows[0].index(release)
    profile = ExecutionProfile(request_timeout=60)
    cluster = Cluster([host], protocol_version=4, execution_profiles={EXEC_PROFILE_DEFAULT: profile})
    cluster.schema_metadata_enabled = False
    session = cluster.connect()
    for number, row in enumerate(rows[1:]):
        if row[1].startswith(MARK) != switched_on:
            continue
        keyspace = f"q{number}"
        session.execute(f"CREATE KEYSPACE {keyspace} WITH replication = {REPLICATION}")
        session.set_keyspace(keyspace)
        setup = [statement for statement in row[1].removeprefix(MARK).split("; ") if statement]
        answers = [ask(session, statement) for statement in setup]
        made = all(answer == "ok" for answer in answers)
        row[column] = ask(session, characters(row[2])) if made else "-"
        for name in [keyspace, *re.findall(r"KEYSPACE (\w+)", row[1] + row[2])]:
            session.execute(f"DROP KEYSPACE IF EXISTS {name}")
    cluster.shutdown()
    FILE.write_text("".join("\t".join(row) + "\n" for row in rows))


main()
