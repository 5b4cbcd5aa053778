"""Records what a real node answers to statements.cql: see README.md."""
import datetime
import json
import pathlib
import re
import sys

import cassandra.cluster
from cassandra.cluster import EXEC_PROFILE_DEFAULT, Cluster, ExecutionProfile
from cassandra.policies import WhiteListRoundRobinPolicy
from cassandra.query import dict_factory

FOLDER = pathlib.Path(__file__).parent
SYSTEM = ("system",)
changes = []


def keep_change(control_connection, response_future, connection, **change):
    """Stands in for the driver's refresh of its own metadata, which would hide what the result says."""
    changes.append(change)
    response_future._set_final_result(None)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def answer(session, statement):
    changes.clear()
    future = session.execute_async(statement, timeout=120)
    try:
        future.result()
        change = changes[0] if changes else None
        text = "VOID"
        if change:
            name = change.get("table") or change.get("type") or ""
            callee = change.get("function") or change.get("aggregate")
            if callee:
                name = f"{callee.name}({', '.join(callee.argument_types)})"
            text = f"{change['change_type']} {change['target_type']} {change['keyspace']} {name}".strip()
        fields = ["ok", text]
    except cassandra.AlreadyExists as error:
        fields = ["2400", f"{error.keyspace}|{error.table}"]
    except Exception as error:
        fields = re.search(r'code=([0-9a-f]{4}).*?message="(.*)"(>|>}\)|\))?$', str(error), re.S).groups()[:2]
    return "\t".join([fields[0], escaped(fields[1])] + [w.replace("\n", "\\n") for w in future.warnings or []])


def tagged(value, kind):
    """A value with its CQL type, as RecordedRow.swift reads it."""
    if value is None:
        return None
    if kind.startswith("frozen<"):
        return tagged(value, kind[7:-1])
    if kind in ("text", "ascii", "varchar"):
        return {"text": value}
    if kind in ("int", "bigint", "boolean", "double"):
        return {kind: value}
    if kind == "uuid":
        return {"uuid": str(value)}
    if kind == "blob":
        return {"blob": value.hex()}
    if kind == "timestamp":
        return {"timestamp": round((value - datetime.datetime(1970, 1, 1)).total_seconds() * 1000)}
    if kind.startswith("list<"):
        return {"list": [tagged(element, kind[5:-1]) for element in value]}
    if kind.startswith("set<"):
        return {"set": [tagged(element, kind[4:-1]) for element in sorted(value)]}
    key, element = kind[4:-1].split(", ", 1)
    return {"map": [[tagged(k, key), tagged(v, element)] for k, v in value.items()]}


def rows(session, keyspace, tables):
    for table in sorted(tables):
        # The driver cannot read the times of the columns that the server's own tables have lost.
        where = " WHERE keyspace_name = 'm'" if table == "dropped_columns" else ""
        result = session.execute(f'SELECT * FROM {keyspace}."{table}"{where}')
        kinds = dict(zip(result.column_names, (t.cql_parameterized_type() for t in result.column_types)))
        for row in result:
            yield table, {name: tagged(value, kinds[name]) for name, value in row.items() if value is not None}


def write_rows(path, lines):
    with open(path, "w") as file:
        for table, values in lines:
            text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            file.write(f"{table}\t{text}\n")


def main(release, address, suite=None):
    cassandra.cluster.refresh_schema_and_set_result = keep_change
    profile = ExecutionProfile(
        request_timeout=60, row_factory=dict_factory, load_balancing_policy=WhiteListRoundRobinPolicy([address]))
    session = Cluster(
        [address], schema_metadata_enabled=False, token_metadata_enabled=False,
        execution_profiles={EXEC_PROFILE_DEFAULT: profile}).connect()
    prefix = release if suite is None else f"{release}.{suite}"
    with open(FOLDER / f"{prefix}.answers", "w") as file:
        for statement in (FOLDER / f"{suite or 'statements'}.cql").read_text().splitlines():
            file.write(answer(session, statement) + "\n")
    names = session.execute("SELECT table_name FROM system_schema.tables WHERE keyspace_name = 'system_schema'")
    all_rows = list(rows(session, "system_schema", [row["table_name"] for row in names]))

    def is_system(line):
        return line[1]["keyspace_name"]["text"].startswith(SYSTEM)

    write_rows(FOLDER / f"{prefix}.rows", (line for line in all_rows if not is_system(line)))
    if suite is None:
        write_rows(FOLDER / f"{release}.system.rows", (line for line in all_rows if is_system(line)))
    if release == "3.11":
        return
    if suite is None:
        write_rows(
            FOLDER / f"{release}.virtual.rows",
            rows(session, "system_virtual_schema", ["keyspaces", "tables", "columns"]))
    names = ("m", "m WITH INTERNALS") if suite else ("m", '"Mixed"', "auto", "m WITH INTERNALS")
    queries = [f"DESCRIBE KEYSPACE {name}" for name in names]
    with open(FOLDER / f"{prefix}.describe", "w") as file:
        for query in queries:
            for row in session.execute(query):
                fields = [query, row["keyspace_name"], row["type"], row["name"], escaped(row["create_statement"])]
                file.write("\t".join(fields) + "\n")


main(*sys.argv[1:])
