#!/usr/bin/env python3
"""Asks a real node (port 9042, no password) every statement of a recording again and writes what it answers.

usage: record.py HOST FILE.recorded

A recording has a line `> statement` for each statement, with `@page N`, `@cl N` or `@prepare` in front where it needs
them, and behind it the answer. The statements run in a keyspace `golden` that is made anew.
"""
import socket
import struct
import sys

TYPES = {
    1: "ascii", 2: "bigint", 3: "blob", 4: "boolean", 5: "counter", 6: "decimal", 7: "double", 8: "float", 9: "int",
    0xB: "timestamp", 0xC: "uuid", 0xD: "text", 0xE: "varint", 0xF: "timeuuid", 0x10: "inet", 0x11: "date",
    0x12: "time", 0x13: "smallint", 0x14: "tinyint",
}
ONE, SERIAL = 1, 8


class Connection:
    """Version 4 of the native protocol, one request at a time."""

    def __init__(self, host):
        self.socket = socket.create_connection((host, 9042))
        options = b"".join(struct.pack(">H", len(text)) + text for text in (b"CQL_VERSION", b"3.0.0"))
        self.request(1, struct.pack(">H", 1) + options)

    def receive(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise EOFError("the node closed the connection")
            data += part
        return data

    def request(self, opcode, body):
        self.socket.sendall(struct.pack(">BBhBi", 4, 0, 0, opcode, len(body)) + body)
        _, flags, _, opcode, length = struct.unpack(">BBhBi", self.receive(9))
        return flags, opcode, Reader(self.receive(length))

    def query(self, text, consistency=ONE, page=None, state=None):
        flags, tail = 0x10, b""
        if page:
            flags |= 0x04
            tail += struct.pack(">i", page)
        if state:
            flags |= 0x08
            tail += struct.pack(">i", len(state)) + state
        tail += struct.pack(">H", SERIAL)
        data = text.encode()
        return self.request(7, struct.pack(">i", len(data)) + data + struct.pack(">HB", consistency, flags) + tail)

    def prepare(self, text):
        data = text.encode()
        return self.request(9, struct.pack(">i", len(data)) + data)


class Reader:
    """The notations of the protocol's specification."""

    def __init__(self, data):
        self.data, self.position = data, 0

    def take(self, count):
        self.position += count
        return self.data[self.position - count:self.position]

    def int(self):
        return struct.unpack(">i", self.take(4))[0]

    def short(self):
        return struct.unpack(">H", self.take(2))[0]

    def string(self):
        return self.take(self.short()).decode()

    def bytes(self):
        length = self.int()
        return None if length < 0 else self.take(length)

    def type(self):
        kind = self.short()
        if kind in TYPES:
            return TYPES[kind]
        if kind == 0:
            name = self.string()
            return "duration" if name.endswith(".DurationType") else f"'{name}'"
        if kind in (0x20, 0x22):
            return f"{'list' if kind == 0x20 else 'set'}<{self.type()}>"
        if kind == 0x21:
            return f"map<{self.type()}, {self.type()}>"
        if kind == 0x31:
            return f"tuple<{', '.join([self.type() for _ in range(self.short())])}>"
        name = f"{self.string()}.{self.string()}"
        for _ in range(self.short()):
            self.string(), self.type()
        return name

    def columns(self, flags, count):
        is_shared = flags & 1
        if is_shared:
            self.string(), self.string()
        columns = []
        for _ in range(count):
            if not is_shared:
                self.string(), self.string()
            columns.append(f"{self.string()} {self.type()}")
        return " | ".join(columns)


def answer(flags, opcode, reader):
    """The lines of an answer, and where its next page begins."""
    lines = []
    if flags & 8:
        lines += [f"warning {reader.string()}" for _ in range(reader.short())]
    if opcode == 0:
        code, message = reader.int(), reader.string()
        return lines + ["error %04x %s" % (code, message.replace("\n", "\\n"))], None
    kind = reader.int()
    if kind == 1:
        return lines + ["void"], None
    if kind == 3:
        return lines + [f"keyspace {reader.string()}"], None
    if kind == 5:
        return lines + ["schema"], None
    if kind == 4:
        return [line for line in lines if not line.startswith("warning")] + prepared(reader), None
    flags, count = reader.int(), reader.int()
    state = reader.bytes() if flags & 2 else None
    lines.append(f"rows {reader.columns(flags, count)}{' +' if state else ''}")
    for _ in range(reader.int()):
        cells = [reader.bytes() for _ in range(count)]
        lines.append("= " + " ".join("null" if cell is None else cell.hex() or '""' for cell in cells))
    return lines, state


def prepared(reader):
    reader.take(reader.short())
    flags, count, keys = reader.int(), reader.int(), reader.int()
    indexes = ",".join(str(reader.short()) for _ in range(keys))
    lines = [f"markers {reader.columns(flags, count)} ; key {indexes}"]
    flags, count = reader.int(), reader.int()
    return lines + [f"result {'none' if flags & 4 else reader.columns(flags, count)}"]


def ask(connection, statement):
    text, page, consistency = statement, None, ONE
    while text.startswith("@"):
        if text.startswith("@prepare "):
            return answer(*connection.prepare(text[9:]))[0]
        directive, number, text = text.split(" ", 2)
        if directive == "@page":
            page = int(number)
        else:
            consistency = int(number)
    lines, state = answer(*connection.query(text, consistency, page))
    while state:
        more, state = answer(*connection.query(text, consistency, page, state))
        lines += more
    return lines


def main(host, path):
    with open(path) as file:
        statements = [line[2:].rstrip("\n") for line in file if line.startswith("> ")]
    connection = Connection(host)
    connection.query("DROP KEYSPACE IF EXISTS golden")
    connection.query(
        "CREATE KEYSPACE golden WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
    connection.query("USE golden")
    with open(path, "w") as file:
        for statement in statements:
            file.write("\n".join([f"> {statement}"] + ask(connection, statement)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
